#pragma once

#include <string_view>
#include <vector>

#include "command_line.hpp"

namespace flowc::cli {

/// A word or a command, and what is said of it.
struct PageEntry {
    std::string_view term;
    std::string_view meaning;
};

struct PageSection {
    std::string_view title;
    std::vector<PageEntry> entries;
};

/// What the help and the man page of a verb say behind its options: examples, files, environment, exit status.
std::vector<PageSection> sections_of(const std::string& verb, const std::vector<OptionInfo>& table);

}  // namespace flowc::cli
