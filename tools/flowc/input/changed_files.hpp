#pragma once

#include <set>
#include <string>

namespace flowc::cli {

/// What git says has changed in the work tree of the current folder.
struct ChangedFiles {
    std::string problem;          ///< why that is not known, as the end of a sentence; empty: it is
    std::string top;              ///< the work tree, as `identity` calls it
    std::set<std::string> files;  ///< as `identity` calls them
};

/// The files that differ from a commit, staged or not, and those that git does not know yet; of one that was renamed the new
/// name. What `.gitignore` names is not among them.
ChangedFiles changed_since(const std::string& revision);

}  // namespace flowc::cli
