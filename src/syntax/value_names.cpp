#include "syntax/value_names.hpp"

namespace flowc {

std::size_t next_value_name(std::string_view text, std::size_t begin) {
    std::size_t open = text.find("${", begin);
    while (open != std::string_view::npos && open > 0 && text[open - 1] == '$') open = text.find("${", open + 2);
    return open;
}

void add_value_names(std::string_view text, ValueNames& names) {
    for (std::size_t at = next_value_name(text, 0); at != std::string_view::npos; at = next_value_name(text, at + 2)) {
        const std::size_t close = text.find('}', at);
        if (close == std::string_view::npos) break;
        names.emplace(text.substr(at + 2, close - at - 2));
    }
}

}  // namespace flowc
