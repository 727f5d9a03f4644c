#pragma once

#include <set>
#include <string>

namespace flowc::cli {

/// What git says has changed in a work tree.
struct ChangedFiles {
    std::string problem;          ///< why that is not known, as the end of a sentence; empty: it is
    std::string top;              ///< the work tree, as `identity` calls it
    std::set<std::string> files;  ///< as `identity` calls them
};

/// The files that differ from a commit, staged or not, and those that git does not know yet; of one that was renamed the new
/// name. What `.gitignore` names is not among them. The work tree is that of the current folder, or where this lies in none, that
/// of the file or folder `named`.
ChangedFiles changed_since(const std::string& revision, const std::string& named);

}  // namespace flowc::cli
