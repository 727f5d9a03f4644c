#pragma once

#include <string>

#include "input/walk.hpp"

namespace flowc::cli {

struct InputText {
    std::string text;
    std::string problem{};  ///< that it could not be read, and why; empty: it was
    std::string why{};      ///< the reason alone
};

/// Reads a little more than the longest text that is accepted, so that a longer one is refused for its length.
InputText read_input(const InputPath& path);
/// The same of what a project or a folder holds, and nobody has named as a stream: a pipe or a device has no end that could
/// be waited for.
InputText read_regular_file(const std::string& name);

}  // namespace flowc::cli
