#include "rule_page.hpp"

#include <algorithm>

namespace flowc::cli {

const RulePage* find_rule_page(std::string_view rule) {
    for (const RulePage& page : rule_pages())
        if (page.rule == rule) return &page;
    return nullptr;
}

void print_rule_page(Page& page, std::string_view markdown) {
    std::string_view fence;
    while (!markdown.empty()) {
        const std::size_t end = std::min(markdown.find('\n'), markdown.size());
        const std::string_view line = markdown.substr(0, end);
        markdown.remove_prefix(std::min(end + 1, markdown.size()));
        if (!fence.empty()) {
            if (line == fence) fence = {};
            else page.verbatim(line, 4);
        } else if (line.starts_with("```")) {
            fence = line.substr(0, line.find_first_not_of('`'));
        } else if (line.starts_with("# ")) {
            page.title(line.substr(2));
        } else if (line.starts_with("## ")) {
            page.title(line.substr(3));
        } else if (line.empty()) {
            page.verbatim(line, 0);
        } else {
            page.paragraph(line, 0, line.starts_with("- ") ? 2 : 0);
        }
    }
}

}  // namespace flowc::cli
