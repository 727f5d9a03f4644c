#pragma once

#include <string>
#include <vector>

namespace flowc::cli {

/// A file to read. `name` is what messages call it.
struct InputPath {
    std::string name;
    bool named = false;  ///< on the command line, not found in a folder
    bool is_stdin = false;
    std::string real{};         ///< the same for every way to the file; empty: it is the only one, and nobody asked
    std::string root{};         ///< the folder argument that it was found in; empty: it was named
    bool only_context = false;  ///< read for what other files have to know of it; nothing is said of it
};

struct Unreadable {
    std::string name;
    std::string why;
};

struct Walk {
    std::vector<InputPath> files;
    std::vector<Unreadable> unreadable;
};

/// The same for every way to the same file or folder.
std::string identity(const std::string& path);
std::string identity(const InputPath& file);

/// The files that the arguments mean, each once and sorted by name, whatever the order of the arguments or of the
/// file system: a file, everything in a folder and the folders in it, or `-` for standard input. Hidden folders,
/// `node_modules` and folders seen already are left out of folders. No argument: the current folder.
Walk find_inputs(const std::vector<std::string>& arguments);

/// Takes out the files that a link has led to from a folder, and that lie outside of it; they count as unreadable.
void keep_inside(Walk& walk, const std::string& folder);

}  // namespace flowc::cli
