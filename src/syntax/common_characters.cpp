#include "syntax/common_characters.hpp"

#include <algorithm>

#include "source/byte_set.hpp"

namespace flowc {

namespace {

constexpr ByteSet rare_bytes{std::string_view{
    "\0\x01\x02\x03\x04\x05\x06\x07\x08\t\x0B\x0C\r\x0E\x0F\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B"
    "\x1C\x1D\x1E\x1F\x7F\xC2\xE2\xEF",
    35}};

/// Most of a text is such blocks. Of a fixed size, they are compared many bytes at a time.
constexpr std::size_t block = 64;
bool is_plain_block(const char* bytes) {
    unsigned char rare = 0;
    for (std::size_t i = 0; i < block; ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        rare |= static_cast<unsigned char>((byte < 0x20) & (byte != '\n')) | static_cast<unsigned char>(byte >= 0x7F);
    }
    return rare == 0;
}

}  // namespace

bool has_common_characters(std::string_view text) {
    while (!text.empty()) {
        if (text.size() >= block && is_plain_block(text.data())) {
            text.remove_prefix(block);
            continue;
        }
        const std::size_t at = rare_bytes.first_in(text.substr(0, block));
        if (at == std::string_view::npos) {
            text.remove_prefix(std::min(block, text.size()));
            continue;
        }
        const std::string_view next = text.substr(at + 1, 2);
        switch (text[at]) {
            case '\xC2':  // U+0080 to U+009F
                if (next < "\xA0") return false;
                break;
            case '\xE2':  // U+2028 and U+2029 end a line, to some
                if (next == "\x80\xA8" || next == "\x80\xA9") return false;
                break;
            case '\xEF':  // U+FEFF, U+FFFE, U+FFFF
                if (next == "\xBB\xBF" || next >= "\xBF\xBE") return false;
                break;
            default: return false;
        }
        text.remove_prefix(at + 1);
    }
    return true;
}

}  // namespace flowc
