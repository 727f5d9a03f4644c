#pragma once

#include <string>
#include <string_view>

#include "flowc/compile.hpp"

namespace flowc::cli {

/// The folder of the project that a file belongs to: the nearest upward that holds `flowc.yaml`, else the
/// nearest that holds `.git`, else the file's own.
std::string project_folder(const std::string& file);

/// Reads what `include: path` names, beside the file `from`. Nothing outside the project is read, by whatever
/// links it is reached.
IncludedFile include_file(std::string_view path, std::string_view from);

}  // namespace flowc::cli
