#pragma once

#include <optional>
#include <string>

namespace flowc::cli {

/// The folder from which a patch names its files: the top of the repository, or without one the current folder. What lies outside
/// of it has no name there.
class PatchFolder {
  public:
    PatchFolder();

    /// From the folder to a file; null: the file lies outside.
    std::optional<std::string> path_to(const std::string& file) const;
    /// Whether `git apply` takes a path in the current folder: elsewhere than at the top it passes over what does not lie below.
    bool is_applied_here(const std::string& path) const { return path.starts_with(here_); }
    /// How messages call it.
    std::string words() const;

  private:
    std::string top_;
    std::string here_;  ///< from there to the current folder, with a `/` at its end; empty: that is the same
    bool is_repository_ = false;
};

}  // namespace flowc::cli
