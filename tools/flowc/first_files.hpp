#pragma once

#include <span>
#include <string_view>

namespace flowc::cli {

/// A file that `init` writes.
struct FirstFile {
    std::string_view name;
    std::string_view text;
};

std::span<const FirstFile> first_files();

}  // namespace flowc::cli
