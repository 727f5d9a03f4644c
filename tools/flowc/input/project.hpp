#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "flowc/compile.hpp"
#include "input/walk.hpp"

namespace flowc::cli {

/// What was found while something was read that other files are compiled under.
struct Preparation {
    Sources sources;
    Diagnostics diagnostics;
    std::string unreadable;  ///< the file that could not be read, and why
    std::string why;

    bool sound() const { return unreadable.empty() && !diagnostics.has_errors(); }
};

/// A project's file and its environment, read.
struct ProjectFile : Preparation {
    std::string folder;
    std::string name;  ///< of `flowc.yaml`; empty: the project has none
    std::string text;
    Project project;
    std::vector<std::string> flows;  ///< what the verbs work on when nothing is named
    Environment environment;
    bool has_environment = false;

    /// Where all of its flows lie: what its file says, else its folder.
    std::vector<std::string> places() const;
};

/// A file's path from its project's folder, with `/` between names: what patterns in `flowc.yaml` speak of.
std::string path_from(const ProjectFile& project, const InputPath& file);

/// Whether a file is the project's own: `flowc.yaml`, or what it names as its environment.
bool is_own_file(const ProjectFile& project, const InputPath& file);

/// The projects of one run, each read once.
class Projects {
  public:
    /// `environment`: the one that the caller names, in whose place no project's own is read; empty: none.
    explicit Projects(const std::string& environment = {}) : reads_environments_(environment.empty()) {}

    /// The project that a file belongs to. Not for several threads at once.
    const ProjectFile& of(const InputPath& file);
    const std::map<std::string, std::unique_ptr<ProjectFile>>& all() const { return by_folder_; }
    /// What the verbs work on when nothing is named: the `flows` of the project of the current folder.
    Walk named_or_default(const std::vector<std::string>& inputs);
    /// The project of the current folder, where a run that names nothing works on all of its flows; else null.
    const ProjectFile* worked_on_whole();

  private:
    bool reads_environments_;
    std::map<std::string, std::unique_ptr<ProjectFile>> by_folder_;
    std::map<std::string, const ProjectFile*, std::less<>> by_parent_;  ///< of files whose folder was asked for before
};

}  // namespace flowc::cli
