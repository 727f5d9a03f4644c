#include "flowdsl/words/identifier.hpp"

#include "ir/identifiers.hpp"
#include "source/ascii.hpp"
#include "source/digest.hpp"

namespace flowc::dsl {

std::string identifier_from(std::string_view text) {
    std::string identifier{text};
    for (char& c : identifier) {
        const bool stays = is_name_character(c);
        if (!stays) c = '-';
    }
    return identifier;
}

std::string shortened(std::string_view identifier) {
    return std::string{identifier.substr(0, 43)} + '-' + digest(identifier).substr(0, 6);
}

bool is_legal_identifier(std::string_view text) {
    if (text.empty() || text.find_first_of("%:(\\/)=$,;[]{}") != std::string_view::npos) return false;
    std::size_t characters = 0;
    for (const char c : text) characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return characters <= longest_identifier && !is_reserved_identifier(text);
}

}  // namespace flowc::dsl
