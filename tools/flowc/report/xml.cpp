#include "xml.hpp"

#include "source/utf8.hpp"

namespace flowc::cli {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// U+FFFE and U+FFFF, which no XML text holds.
bool is_no_character(std::string_view text) {
    return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF");
}

}  // namespace

std::string xml_value(std::string_view text) {
    const std::string readable = utf8::replaced(text);
    std::string out;
    for (std::size_t i = 0; i < readable.size(); ++i) {
        const char c = readable[i];
        if (c == '&') out += "&amp;";
        else if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else if (c == '"') out += "&quot;";
        else if (c == '\n') out += "&#10;";
        else if (c == '\r') out += "&#13;";
        else if (c == '\t') out += "&#9;";
        else if (static_cast<unsigned char>(c) < 0x20) out += replacement;
        else if (c == replacement.front() && is_no_character(std::string_view(readable).substr(i))) {
            out += replacement;
            i += replacement.size() - 1;
        } else out += c;
    }
    return out;
}

}  // namespace flowc::cli
