#pragma once

#include <map>
#include <string>
#include <string_view>

#include "flowc/compile.hpp"

namespace flowc::cli {

/// Reads what `include: path` names, each file once.
class IncludeFile {
  public:
    /// `main` is the file that is compiled, as messages call it.
    explicit IncludeFile(const std::string& main);

    IncludedFile operator()(std::string_view path, std::string_view from);

  private:
    std::map<std::string, std::string, std::less<>> names_;  ///< of the files read so far, by where they really are
};

}  // namespace flowc::cli
