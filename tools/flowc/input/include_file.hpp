#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "flowc/compile.hpp"

namespace flowc::cli {

/// Reads what `include: path` names, each file once.
class IncludeFile {
  public:
    /// `main` is the file that is compiled, as messages call it.
    explicit IncludeFile(std::string main) : main_(std::move(main)) {}

    IncludedFile operator()(std::string_view path, std::string_view from);

  private:
    std::string main_;
    std::map<std::string, std::string, std::less<>> names_;  ///< of the files read so far, by where they really are
};

}  // namespace flowc::cli
