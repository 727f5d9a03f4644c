#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace flowc::cli {

/// A file that `init` writes.
struct FirstFile {
    std::string_view name;
    std::string text;
};

std::vector<FirstFile> first_files();

}  // namespace flowc::cli
