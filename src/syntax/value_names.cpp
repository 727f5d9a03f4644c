#include "syntax/value_names.hpp"

namespace flowc {

void add_value_names(std::string_view text, ValueNames& names) {
    for (std::size_t at = text.find("${"); at != std::string_view::npos; at = text.find("${", at + 2)) {
        const std::size_t close = text.find('}', at);
        if (close == std::string_view::npos) break;
        const bool is_literal = at > 0 && text[at - 1] == '$';
        if (!is_literal) names.emplace(text.substr(at + 2, close - at - 2));
    }
}

}  // namespace flowc
