#include "flowdsl/text_template.hpp"

#include "flowdsl/rules.hpp"

namespace flowc::dsl {

namespace {

bool is_name(std::string_view name) {
    if (name.empty()) return false;
    for (const char c : name)
        if (c == '{' || c == '}' || c == '\n' || c == '"') return false;
    return name.front() != ' ' && name.back() != ' ';
}

}  // namespace

Span place_of(std::string_view piece, std::size_t offset, Span text, const Sources& sources) {
    for (const std::size_t quotes : {0u, 1u}) {
        const auto begin = text.begin + static_cast<std::uint32_t>(offset + quotes);
        const Span place{begin, begin + static_cast<std::uint32_t>(piece.size())};
        if (place.end <= text.end && sources.slice(place) == piece) return place;
    }
    return text;
}

std::vector<TextPart> parse_template(std::string_view text, Span span, const Sources& sources, Diagnostics& diagnostics) {
    std::vector<TextPart> parts;
    std::string words;
    std::uint32_t words_begin = 0;
    const auto flush = [&](std::size_t next) {
        if (!words.empty()) parts.push_back({false, std::move(words), words_begin});
        words.clear();
        words_begin = static_cast<std::uint32_t>(next);
    };
    for (std::size_t i = 0; i < text.size();) {
        if (text.substr(i).starts_with("$${")) {
            words += "${";
            const std::size_t close = text.find('}', i);
            const std::size_t end = close == std::string_view::npos ? text.size() : close + 1;
            words += text.substr(i + 3, end - i - 3);
            i = end;
        } else if (text.substr(i).starts_with("${")) {
            const std::size_t close = text.find('}', i);
            const std::size_t end = close == std::string_view::npos ? text.size() : close + 1;
            words += text.substr(i, end - i);
            i = end;
        } else if (text.substr(i).starts_with("{{")) {
            words += '{';
            i += 2;
        } else if (text.substr(i).starts_with("}}")) {
            words += '}';
            i += 2;
        } else if (text[i] == '{') {
            // No name holds a brace, so the next one ends the search.
            std::size_t close = text.find_first_of("{}", i + 1);
            if (close != std::string_view::npos && text[close] == '{') close = std::string_view::npos;
            const std::string_view name =
                close == std::string_view::npos ? std::string_view{} : text.substr(i + 1, close - i - 1);
            if (!is_name(name)) {
                diagnostics.report(rules::bad_value, place_of("{", i, span, sources),
                                   "a `{` begins a reference such as `{Category}` and nothing closes this one; write `{{` for a brace");
                words += '{';
                i += 1;
                continue;
            }
            flush(i);
            parts.push_back({true, std::string{name}, static_cast<std::uint32_t>(i)});
            i = close + 1;
            words_begin = static_cast<std::uint32_t>(i);
        } else {
            words += text[i++];
        }
    }
    flush(text.size());
    return parts;
}

bool has_reference(std::string_view text) { return text.find('{') != std::string_view::npos || text.find('}') != std::string_view::npos; }

}  // namespace flowc::dsl
