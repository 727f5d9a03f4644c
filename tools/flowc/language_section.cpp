#include "language_section.hpp"

namespace flowc::cli {

std::string_view language_section(std::string_view verb) {
    constexpr std::string_view mark = "### ";
    for (const std::string_view section : language_sections()) {
        if (!section.starts_with(mark)) continue;
        std::string_view names = section.substr(mark.size(), section.find('\n') - mark.size());
        while (!names.empty()) {
            const std::size_t end = names.find(", ");
            if (names.substr(0, end) == verb) return section;
            names.remove_prefix(end == std::string_view::npos ? names.size() : end + 2);
        }
    }
    return {};
}

}  // namespace flowc::cli
