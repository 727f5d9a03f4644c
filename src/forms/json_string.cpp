#include <bit>
#include <string>

#include "forms/scalar_origin.hpp"
#include "source/byte_places.hpp"
#include "syntax/json_values.hpp"

namespace flowc::scalar {

void align_json_string(Alignment& text, std::string_view raw, std::uint32_t outer) {
    const auto place = [&](std::size_t at) { return outer + static_cast<std::uint32_t>(at); };
    std::string meant;
    std::size_t at = 0;
    for (std::size_t block = 0; block < raw.size() && text.agrees(); block += byte_places_width) {
        for (std::uint64_t left = byte_places(raw.substr(block), '\\'); left != 0; left &= left - 1) {
            const std::size_t escape = block + static_cast<std::size_t>(std::countr_zero(left));
            if (escape < at) continue;  // it is the other half of one
            text.left_as_is(escape - at, place(at));
            at = escape;
            if (const char byte = at + 1 < raw.size() ? json::simple_escape(raw[at + 1]) : '\0') {  // nearly all of them
                at += 2;
                text.stands_for(byte, {place(escape), place(at)});
                continue;
            }
            meant.clear();
            if (json::decode_escape(raw, at, meant)) return;
            text.stands_for(meant, {place(escape), place(at)});
        }
    }
    if (at < raw.size()) text.left_as_is(raw.size() - at, place(at));
}

}  // namespace flowc::scalar
