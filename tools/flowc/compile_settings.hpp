#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "command_line.hpp"
#include "input/project.hpp"
#include "output/output.hpp"

namespace flowc::cli {

/// Says what was found wrong in what a run compiles under. Nothing is compiled under half of it: then it is not `ok`.
ExitCode report(const Preparation& read, Output& err, bool color);

/// Under what a run compiles: what the command line says, and what each file's project says where it does not.
class CompileSettings {
  public:
    /// What is wrong with `--set`; empty: nothing.
    std::string read_values(const std::vector<std::string>& values);
    /// Reads what `--env` names, if it names anything.
    const Preparation& read_environment(const std::string& path);

    /// Remembers the values that these texts use, the included ones among them.
    void look_for_uses(const Sources& sources);
    /// A warning for each value of `--set` that nothing has used, a line each.
    std::vector<std::string> unused() const;

    /// For the file `main` as messages call it; `file` is the project's and outlives what is compiled.
    CompileOptions under(const ProjectFile& project, const Input& file, const std::string& main) const;

  private:
    std::map<std::string, std::string, std::less<>> values_;
    bool looked_ = false;                      ///< at any text at all
    std::set<std::string, std::less<>> used_;  ///< names that stand between `${` and `}` in what was compiled
    bool has_environment_ = false;
    Environment environment_;
    Preparation of_environment_;
};

}  // namespace flowc::cli
