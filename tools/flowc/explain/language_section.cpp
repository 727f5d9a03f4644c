#include "explain/language_section.hpp"

#include <algorithm>
#include <string>

#include "explain/markdown.hpp"

namespace flowc::cli {

namespace {

std::string_view behind_line(std::string_view section) {
    return section.substr(std::min(section.find('\n'), section.size() - 1) + 1);
}

}  // namespace

std::string_view heading_of(std::string_view section) {
    const std::string_view line = section.substr(0, section.find('\n'));
    return line.substr(std::min(line.find(' ') + 1, line.size()));
}

std::string_view language_section(std::string_view verb) {
    for (const std::string_view section : language_sections()) {
        if (!section.starts_with("### ")) continue;
        std::string_view names = heading_of(section);
        while (!names.empty()) {
            const std::size_t end = names.find(", ");
            if (names.substr(0, end) == verb) return section;
            names.remove_prefix(end == std::string_view::npos ? names.size() : end + 2);
        }
    }
    return {};
}

bool tells_of(std::string_view section, std::string_view option) {
    const std::string name = '`' + std::string{option} + '`';
    for (std::string_view rest = section; !rest.empty(); rest = behind_line(rest)) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        if (line.starts_with("| ") && line.substr(0, line.find(" | ")).find(name) != std::string_view::npos)
            return true;
    }
    return false;
}

void print_section(Page& page, std::string_view section) {
    if (!section.empty()) print_markdown(page, behind_line(section), 2);
}

}  // namespace flowc::cli
