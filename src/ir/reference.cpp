#include "ir/reference.hpp"

namespace flowc {
namespace {

bool is_key_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z') || c == '_' || c == '-' || c == ':' || c == '@' || c == '/';
}

/// The offset behind `[…]`, whose keys may be quoted and may hold a `]` then; 0: it is not closed.
std::size_t behind_brackets(std::string_view text, std::size_t open) {
    std::size_t at = open + 1;
    if (at >= text.size()) return 0;
    const char quote = text[at];
    if (quote != '\'' && quote != '"') {
        const std::size_t close = text.find(']', at);
        return close == std::string_view::npos || close == at ? 0 : close + 1;
    }
    at = text.find(quote, at + 1);
    // A key in backticks may hold quotes of its own: the bracket closes at the quote that a `]` follows.
    while (at != std::string_view::npos && (at + 1 >= text.size() || text[at + 1] != ']')) {
        at = text.find(quote, at + 1);
    }
    return at == std::string_view::npos ? 0 : at + 2;
}

std::size_t behind_key(std::string_view text, std::size_t at) {
    if (at < text.size() && text[at] == '`') {
        const std::size_t close = text.find('`', at + 1);
        return close == std::string_view::npos ? at : close + 1;
    }
    while (at < text.size() && is_key_byte(text[at])) ++at;
    return at;
}

}  // namespace

std::string_view take_key(std::string_view& rest) {
    if (rest.starts_with(".")) rest.remove_prefix(1);
    if (rest.starts_with("[")) {
        const std::size_t close = rest.find(']');
        std::string_view key = rest.substr(1, close == std::string_view::npos ? close : close - 1);
        rest.remove_prefix(close == std::string_view::npos ? rest.size() : close + 1);
        if (key.size() >= 2 && (key.front() == '\'' || key.front() == '"')) key = key.substr(1, key.size() - 2);
        return key;
    }
    const std::size_t end = rest.find_first_of(".[");
    const std::string_view key = rest.substr(0, end);
    rest.remove_prefix(key.size());
    return key;
}

std::size_t reference_length(std::string_view text) {
    if (text.size() < 3 || text[0] != '$' || (text[1] != '.' && text[1] != '[')) return 0;
    std::size_t at = 1;
    while (at < text.size()) {
        std::size_t next = at;
        if (text[at] == '[') {
            next = behind_brackets(text, at);
        } else if (text[at] == '.' && at + 1 < text.size() && text[at + 1] == '[') {
            next = behind_brackets(text, at + 1);
        } else if (text[at] == '.') {
            next = behind_key(text, at + 1);
            if (next == at + 1) next = 0;
        } else {
            break;
        }
        if (next == 0) break;
        at = next;
    }
    return at == 1 ? 0 : at;
}

References references_in(std::string_view text) {
    const std::size_t dollar = text.find('$');
    if (dollar == std::string_view::npos) return References::none;
    if (dollar == 0 && reference_length(text) == text.size()) return References::whole;
    for (std::size_t at = dollar; at != std::string_view::npos; at = text.find('$', at + 1)) {
        if (reference_length(text.substr(at)) != 0) return References::inside;
    }
    return References::none;
}

ReferenceParts parts_of(std::string_view reference) {
    ReferenceParts parts;
    parts.rest = reference.substr(1);
    parts.space = take_key(parts.rest);
    parts.key = take_key(parts.rest);
    if (parts.space == "LambdaInvocation" && parts.key == "ResultData") {
        parts.space = "External";
        parts.key = take_key(parts.rest);
    }
    return parts;
}

}  // namespace flowc
