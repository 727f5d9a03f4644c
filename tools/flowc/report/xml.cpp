#include "xml.hpp"

namespace flowc::cli {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// The length of the UTF-8 character that the text begins with; 0: none that XML can hold.
std::size_t character(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0) != 0x80) return 0;
    // Too long, a surrogate, past the last character, or one of the two that are none.
    if ((first == 0xE0 && byte(1) < 0xA0) || (first == 0xED && byte(1) > 0x9F) || (first == 0xF0 && byte(1) < 0x90) ||
        (first == 0xF4 && byte(1) > 0x8F))
        return 0;
    if (first == 0xEF && byte(1) == 0xBF && byte(2) >= 0xBE) return 0;
    return length;
}

}  // namespace

std::string xml_value(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t length = character(text);
        const char c = text.front();
        if (length == 0) {
            out += replacement;
            text.remove_prefix(1);
            continue;
        }
        if (c == '&') out += "&amp;";
        else if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else if (c == '"') out += "&quot;";
        else if (c == '\n') out += "&#10;";
        else if (c == '\r') out += "&#13;";
        else if (c == '\t') out += "&#9;";
        else if (static_cast<unsigned char>(c) < 0x20) out += replacement;
        else out.append(text.substr(0, length));
        text.remove_prefix(length);
    }
    return out;
}

}  // namespace flowc::cli
