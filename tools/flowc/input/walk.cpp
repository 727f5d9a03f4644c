#include "input/walk.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <unordered_set>

#include "output/output.hpp"
#include "system/posix.hpp"

namespace flowc::cli {

namespace fs = std::filesystem;

namespace {

/// Without `./`; a path with `..` stays, for behind a link it may lead elsewhere than it looks.
fs::path tidy(const std::string& argument) {
    const fs::path path(argument);
    for (const fs::path& part : path) {
        if (part == "..") return path;
    }
    return path.lexically_normal();
}

class Finder {
  public:
    void find(const std::string& argument) {
        if (argument == "-") {
            files_.push_back({"<stdin>", true, true});
            return;
        }
        const fs::path path = tidy(argument);
        std::error_code error;
        if (fs::is_directory(path, error)) {
            folder(path);
        } else {
            files_.push_back({path.native(), true, false});
        }
    }

    Walk result() && {
        // Named files first, so that of two names of one file the one on the command line counts.
        std::sort(files_.begin(), files_.end(), [](const InputPath& a, const InputPath& b) {
            return a.named != b.named ? a.named : a.name < b.name;
        });
        std::unordered_set<std::string> seen;
        seen.reserve(files_.size());
        for (InputPath& file : files_) {
            // Asking who a file is takes a call to the system for each folder above it.
            if (files_.size() > 1 && file.named && !file.is_stdin) file.real = identity(file.name);
            if (files_.size() == 1 || seen.insert(file.real).second) walk_.files.push_back(std::move(file));
        }
        const auto by_name = [](const auto& a, const auto& b) { return a.name < b.name; };
        if (!std::is_sorted(walk_.files.begin(), walk_.files.end(), by_name))
            std::sort(walk_.files.begin(), walk_.files.end(), by_name);
        std::sort(walk_.unreadable.begin(), walk_.unreadable.end(), by_name);
        return std::move(walk_);
    }

  private:
    void folder(const fs::path& root) {
        std::vector<fs::path> open{root};
        while (!open.empty()) {
            const fs::path at = std::move(open.back());
            open.pop_back();
            // A folder that was deleted under this program's feet is as good as empty to the system.
            std::error_code gone;
            const std::string real = fs::canonical(at, gone).native();
            if (gone) walk_.unreadable.push_back({at.native(), "cannot be read: " + reason(gone)});
            if (gone || !folders_.insert(real).second) continue;
            const std::string beside = at == "." ? std::string() : (at / "").native();
            const std::string really_beside = (fs::path(real) / "").native();
            for (const Entry& entry : entries(at)) {
                const std::string path = beside + entry.name;
                if (entry.is_folder) open.push_back(path);
                else
                    files_.push_back({path, false, false, entry.is_link ? identity(path) : really_beside + entry.name,
                                      root.native()});
            }
        }
    }

    /// What lies in a folder and is looked at.
    struct Entry {
        std::string name;
        bool is_folder;
        bool is_link;
    };

    /// The last by name first.
    std::vector<Entry> entries(const fs::path& folder) {
        std::vector<Entry> found;
        std::error_code error;
        fs::directory_iterator at(folder, error);
        for (; !error && at != fs::directory_iterator(); at.increment(error)) {
            const std::string& path = at->path().native();
            std::string name = path.substr(path.rfind('/') + 1);
            // An entry knows what the folder says of it, so that only links are asked for.
            std::error_code unknown;
            const bool is_folder = at->is_directory(unknown);
            const bool is_wanted = is_folder ? !name.starts_with('.') && name != "node_modules"
                                             : at->is_regular_file(unknown) && !posix::is_leftover(name);
            if (is_wanted) found.push_back({std::move(name), is_folder, at->is_symlink(unknown)});
        }
        if (error) walk_.unreadable.push_back({folder.native(), "cannot be read: " + reason(error)});
        std::sort(found.begin(), found.end(), [](const Entry& a, const Entry& b) { return a.name > b.name; });
        return found;
    }

    Walk walk_;
    std::vector<InputPath> files_;
    std::set<std::string> folders_;
};

}  // namespace

std::string identity(const std::string& path) {
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    return error ? path : real.native();
}

std::string identity(const InputPath& file) { return file.real.empty() ? identity(file.name) : file.real; }

Walk find_inputs(const std::vector<std::string>& arguments) {
    std::vector<std::string> sorted = arguments;
    if (sorted.empty()) sorted.emplace_back(".");
    std::sort(sorted.begin(), sorted.end());
    Finder finder;
    for (const std::string& argument : sorted) finder.find(argument);
    return std::move(finder).result();
}

void keep_inside(Walk& walk, const std::string& folder) {
    const std::string inside = (fs::path(identity(folder)) / "").native();
    std::erase_if(walk.files, [&](const InputPath& file) {
        if (identity(file).starts_with(inside)) return false;
        walk.unreadable.push_back({file.name, "cannot be read: it lies outside the project; copy it into the project"});
        return true;
    });
}

}  // namespace flowc::cli
