#include "flowdsl/words/text_template.hpp"

#include <algorithm>

#include "flowdsl/rules.hpp"
#include "source/byte_set.hpp"

namespace flowc::dsl {

namespace {

bool is_name(std::string_view name) {
    if (name.empty()) return false;
    for (const char c : name)
        if (c == '\n' || c == '"') return false;
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
    static constexpr ByteSet signs{"${}"};
    static constexpr ByteSet braces{"{}"};
    std::vector<TextPart> parts;
    std::size_t words = 0;  // where those begin that are in no part yet
    const auto end_words = [&](std::size_t end, std::size_t next) {
        if (end > words) parts.push_back({false, text.substr(words, end - words), static_cast<std::uint32_t>(words)});
        words = next;
    };
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view rest = text.substr(i);
        if (rest.starts_with("$${") || rest.starts_with("${")) {
            if (rest[1] == '$') end_words(i, i + 1);
            i = std::min(text.find('}', i), text.size() - 1) + 1;
        } else if (rest.starts_with("{{") || rest.starts_with("}}")) {
            end_words(i + 1, i + 2);
            i += 2;
        } else if (rest.front() == '{') {
            const std::string_view name = rest.substr(1, braces.first_in(rest.substr(1)));
            const std::size_t close = i + 1 + name.size();
            if (close < text.size() && text[close] == '}' && is_name(name)) {
                end_words(i, close + 1);
                parts.push_back({true, name, static_cast<std::uint32_t>(i)});
                i = close + 1;
                continue;
            }
            const bool is_closed = close < text.size() && text[close] == '}';
            diagnostics.report(rules::bad_value, place_of("{", i, span, sources),
                               !is_closed ? "a `{` begins a reference such as `{Category}` and nothing closes this one; write `{{` for a brace"
                               : name.empty() ? "a `{` begins a reference such as `{Category}` and this one names nothing; write `{{` for a brace"
                                              : "a reference such as `{Category}` has no blanks around its name, and no quotes or new lines in it; write `{{` for a brace");
            ++i;
        } else {
            i += 1 + std::min(signs.first_in(rest.substr(1)), rest.size() - 1);
        }
    }
    end_words(text.size(), text.size());
    return parts;
}

bool has_reference(std::string_view text) { return text.find('{') != std::string_view::npos || text.find('}') != std::string_view::npos; }

}  // namespace flowc::dsl
