#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace flowc::cli {

/// Names of files as a service that shows findings beside the lines knows them: from the root of its checkout, where that says
/// so (`GITHUB_WORKSPACE`, `CI_PROJECT_DIR`) and the file lies below it; else from the current folder.
class RepositoryPaths {
  public:
    RepositoryPaths();

    const std::string& of(const std::string& name);

  private:
    std::string find(const std::string& name) const;

    std::vector<std::filesystem::path> roots_;  ///< as they really are; the first that a file lies below counts
    std::map<std::string, std::string> known_;
};

}  // namespace flowc::cli
