#pragma once

#include <string>
#include <string_view>

namespace flowc::cli {

/// The folder of the project that a file belongs to: the nearest upward that holds `flowc.yaml`, else the
/// nearest that holds `.git`, else the file's own.
std::string project_folder(const std::string& file);

/// A file or folder that a file of a project names.
struct ProjectPath {
    std::string name;     ///< to read it by, and for messages
    std::string real;     ///< the same for every way to the same file
    std::string failure;  ///< why it is not read, as the end of a sentence; empty: it may be
};

/// What `written` names in the file `from`, from whose folder it begins. Nothing outside the project is named, by
/// whatever links it is reached.
ProjectPath path_in_project(std::string_view written, const std::string& from);

}  // namespace flowc::cli
