#include "flowdsl/identifier.hpp"

#include <sha2.h>

#include <array>
#include <cstdint>

namespace flowc::dsl {

namespace {

constexpr std::size_t longest = 50;

constexpr std::string_view reserved[] = {"__proto__",      "constructor",          "__defineGetter__", "__defineSetter__",
                                         "toString",       "hasOwnProperty",       "isPrototypeOf",    "propertyIsEnumerable",
                                         "toLocaleString", "valueOf"};

}  // namespace

std::string identifier_from(std::string_view text) {
    std::string identifier;
    for (const char c : text) {
        const bool stays = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
        identifier += stays ? c : '-';
    }
    return identifier;
}

std::string fit_identifier(std::string identifier) {
    if (identifier.size() <= longest) return identifier;
    SHA2_CTX hash;
    SHA256Init(&hash);
    SHA256Update(&hash, reinterpret_cast<const std::uint8_t*>(identifier.data()), identifier.size());
    std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest{};
    SHA256Final(digest.data(), &hash);
    constexpr char digits[] = "0123456789abcdef";
    identifier.resize(43);
    identifier += '-';
    for (std::size_t i = 0; i < 3; ++i) {
        identifier += digits[digest[i] >> 4];
        identifier += digits[digest[i] & 15];
    }
    return identifier;
}

bool is_legal_identifier(std::string_view text) {
    if (text.empty() || text.find_first_of("%:(\\/)=$,;[]{}") != std::string_view::npos) return false;
    std::size_t characters = 0;
    for (const char c : text) characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    for (const std::string_view word : reserved)
        if (word == text) return false;
    return characters <= longest;
}

}  // namespace flowc::dsl
