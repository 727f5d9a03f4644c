#include <algorithm>
#include <bit>
#include <string>

#include "forms/scalar_origin.hpp"
#include "source/byte_places.hpp"
#include "syntax/json_values.hpp"

namespace flowc::scalar {

void align_json_string(Alignment& text, std::string_view raw, std::uint32_t outer) {
    const auto places = [&](std::size_t begin, std::size_t end) {
        return Span{outer + static_cast<std::uint32_t>(begin), outer + static_cast<std::uint32_t>(end)};
    };
    text.expect(raw.size() - std::min(raw.size(), text.rest().size()));
    std::string meant;
    std::size_t at = 0;
    for (std::size_t block = 0; block < raw.size() && text.agrees(); block += byte_places_width) {
        for (std::uint64_t left = byte_places(raw.substr(block), '\\'); left != 0; left &= left - 1) {
            const std::size_t escape = block + static_cast<std::size_t>(std::countr_zero(left));
            if (escape < at) continue;  // it is the other half of one
            std::size_t end = escape + 2;
            std::size_t size = 1;
            if (escape + 1 == raw.size() || json::simple_escape(raw[escape + 1]) == '\0') {
                end = escape;
                meant.clear();
                if (json::decode_escape(raw, end, meant)) return;
                size = meant.size();
            }
            // What stands before it belongs to the same piece, whose last byte stands for all of the escape.
            text.means(escape - at + size, places(at, end));
            at = end;
        }
    }
    if (at < raw.size()) text.means(raw.size() - at, places(at, raw.size()));
}

}  // namespace flowc::scalar
