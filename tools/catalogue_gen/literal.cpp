#include "literal.hpp"

namespace catalogue_gen {

std::string literal(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (c == '?') {
            result += "\\?";  // two of them could begin a trigraph
        } else if (byte < 0x20 || byte == 0x7F || byte >= 0x80) {
            // Octal: at most three digits, so the next character is never taken in.
            result += '\\';
            result += static_cast<char>('0' + (byte >> 6));
            result += static_cast<char>('0' + ((byte >> 3) & 7));
            result += static_cast<char>('0' + (byte & 7));
        } else {
            result += c;
        }
    }
    return result + "\"";
}

}  // namespace catalogue_gen
