#include "ir/reference.hpp"

#include <algorithm>

#include "source/byte_set.hpp"

namespace flowc {
namespace {

/// All bytes of letters beyond ASCII among them.
constexpr ByteSet key_bytes =
    ByteSet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-:@/").with_range(0x80, 0xFF);

/// A colon may stand in a key (`connect:Subtype`); behind one it is a part of what is written around the reference.
std::size_t behind_key(std::string_view text, std::size_t at) {
    if (at < text.size() && text[at] == '`') {
        const std::size_t close = text.find('`', at + 1);
        return close == std::string_view::npos ? at : close + 1;
    }
    const std::size_t begin = at;
    while (at < text.size() && key_bytes.contains(text[at])) ++at;
    while (at > begin && text[at - 1] == ':') --at;
    return at;
}

/// No namespace has a colon: `arn:aws:connect:$.AwsRegion:1234…`.
std::size_t behind_namespace(std::string_view text, std::size_t at) {
    if (at < text.size() && text[at] == '`') {
        const std::size_t end = behind_key(text, at);
        return at + std::min(text.substr(at, end - at).find(':'), end - at);
    }
    while (at < text.size() && text[at] != ':' && key_bytes.contains(text[at])) ++at;
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
    static constexpr ByteSet ends_of_key(".[");
    const std::string_view key = rest.substr(0, ends_of_key.first_in(rest));
    rest.remove_prefix(key.size());
    return key;
}

std::size_t ReferenceReader::find(Closing closing, std::size_t from) {
    static constexpr std::string_view words[] = {"]", "']", "\"]"};
    std::size_t& none_from = none_from_[static_cast<std::size_t>(closing)];
    if (from >= none_from) return std::string_view::npos;
    const std::size_t found = text_.find(words[static_cast<std::size_t>(closing)], from);
    if (found == std::string_view::npos) none_from = from;
    return found;
}

std::size_t ReferenceReader::behind_brackets(std::size_t open) {
    const std::size_t at = open + 1;
    if (at >= text_.size()) return 0;
    if (text_[at] == '\'' || text_[at] == '"') {
        // A key in backticks may hold quotes of its own: the bracket closes at the quote that a `]` follows.
        const std::size_t close = find(text_[at] == '"' ? Closing::double_quoted : Closing::single_quoted, at + 1);
        return close == std::string_view::npos ? 0 : close + 2;
    }
    const std::size_t close = find(Closing::bare, at);
    return close == std::string_view::npos || close == at ? 0 : close + 1;
}

std::size_t ReferenceReader::length_at(std::size_t begin) {
    const std::string_view text = text_;
    if (text.size() - begin < 3 || text[begin] != '$' || (text[begin + 1] != '.' && text[begin + 1] != '[')) return 0;
    std::size_t at = begin + 1;
    while (at < text.size()) {
        std::size_t next = at;
        if (text[at] == '[') {
            next = behind_brackets(at);
        } else if (text[at] == '.' && at + 1 < text.size() && text[at + 1] == '[') {
            next = behind_brackets(at + 1);
        } else if (text[at] == '.') {
            next = at == begin + 1 ? behind_namespace(text, at + 1) : behind_key(text, at + 1);
            if (next == at + 1) next = 0;
        } else {
            break;
        }
        if (next == 0) break;
        at = next;
    }
    return at == begin + 1 ? 0 : at - begin;
}

std::string_view ReferenceReader::next() {
    const bool is_here = next_ < text_.size() && text_[next_] == '$';  // most texts with one begin with it
    for (std::size_t at = is_here ? next_ : text_.find('$', next_); at != std::string_view::npos;
         at = text_.find('$', at + 1)) {
        const std::size_t length = length_at(at);
        if (length == 0) continue;
        next_ = at + length;
        return text_.substr(at, length);
    }
    next_ = text_.size();
    return {};
}

References references_in(std::string_view text) {
    const std::string_view first = ReferenceReader(text).next();
    if (first.empty()) return References::none;
    return first.size() == text.size() ? References::whole : References::inside;
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
