#include "diagnostics/visible.hpp"

#include <cstdint>

#include "source/utf8.hpp"

namespace flowc {

namespace {

/// Characters that change how the text around them is shown: a source line must not lie about itself.
bool is_deceptive(char32_t code) {
    return code == 0x061C || (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2060 && code <= 0x2069) || code == 0xFEFF;
}

bool is_combining(char32_t code) {
    return (code >= 0x0300 && code <= 0x036F) || (code >= 0xFE00 && code <= 0xFE0F) || code == 0x200D;
}

void append_hex(std::string& out, std::uint32_t value, int digits) {
    constexpr char hex[] = "0123456789ABCDEF";
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) out += hex[(value >> shift) & 15u];
}

}  // namespace

std::size_t append_visible(std::string& out, std::string_view text, std::size_t& columns) {
    if (text.front() >= ' ' && text.front() <= '~') {  // nearly all
        out += text.front();
        ++columns;
        return 1;
    }
    const utf8::Decoded code = utf8::decode(text);
    const std::size_t before = out.size();
    if (!code.valid) {
        out += "\\x";
        append_hex(out, static_cast<unsigned char>(text.front()), 2);
    } else if (code.value == '\n') {
        out += "\\n";
    } else if (code.value == '\r') {
        out += "\\r";
    } else if (code.value == '\t') {
        out += "\\t";
    } else if (code.value < 0x20 || code.value == 0x7F) {
        out += "\\x";
        append_hex(out, code.value, 2);
    } else if (code.value == 0x200D) {
        // Joins the parts of an emoji: shown as it is, and harmless.
        out.append(text.substr(0, code.size));
        return code.size;
    } else if ((code.value >= 0x80 && code.value < 0xA0) || is_deceptive(code.value)) {
        out += "<U+";
        append_hex(out, code.value, 4);
        out += '>';
    } else {
        out.append(text.substr(0, code.size));
        columns += is_combining(code.value) ? 0u : 1u;
        return code.size;
    }
    columns += out.size() - before;
    return code.size;
}

std::string visible(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t columns = 0;
    while (!text.empty()) text.remove_prefix(append_visible(out, text, columns));
    return out;
}

}  // namespace flowc
