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

/// Where in the source a piece of the text stands, when the text stands there letter by letter.
Span part_span(Span span, std::size_t size, std::size_t begin, std::size_t length) {
    const std::uint32_t quotes = span.size() == size + 2 ? 1u : 0u;
    if (span.size() != size + 2u * quotes) return span;
    const auto first = span.begin + quotes + static_cast<std::uint32_t>(begin);
    return {first, first + static_cast<std::uint32_t>(length)};
}

}  // namespace

std::vector<TextPart> parse_template(std::string_view text, Span span, Diagnostics& diagnostics) {
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
            const std::size_t close = text.find('}', i);
            const std::string_view name =
                close == std::string_view::npos ? std::string_view{} : text.substr(i + 1, close - i - 1);
            if (!is_name(name)) {
                diagnostics.report(rules::bad_value, part_span(span, text.size(), i, 1),
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

bool has_reference(std::string_view text) { return text.find_first_of("{}") != std::string_view::npos; }

}  // namespace flowc::dsl
