#include "explain/rule_page.hpp"

namespace flowc::cli {

const RulePage* find_rule_page(std::string_view rule) {
    for (const RulePage& page : rule_pages())
        if (page.rule == rule) return &page;
    return nullptr;
}

}  // namespace flowc::cli
