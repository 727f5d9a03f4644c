#include <algorithm>
#include <string>

#include "forms/scalar_origin.hpp"
#include "syntax/json_values.hpp"

namespace flowc::scalar {

void align_json_string(Alignment& text, std::string_view raw, std::uint32_t outer) {
    const auto place = [&](std::size_t at) { return outer + static_cast<std::uint32_t>(at); };
    std::string meant;
    for (std::size_t at = 0; at < raw.size() && text.agrees();) {
        const std::size_t escape = std::min(raw.find('\\', at), raw.size());
        text.left_as_is(escape - at, place(at));
        at = escape;
        if (at == raw.size()) break;
        if (at + 1 < raw.size() && (raw[at + 1] == '"' || raw[at + 1] == '\\')) {  // nearly all of them
            text.stands_for(raw[at + 1], {place(at), place(at + 2)});
            at += 2;
            continue;
        }
        meant.clear();
        if (json::decode_escape(raw, at, meant)) return;
        text.stands_for(meant, {place(escape), place(at)});
    }
}

}  // namespace flowc::scalar
