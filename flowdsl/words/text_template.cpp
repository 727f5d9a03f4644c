#include "flowdsl/words/text_template.hpp"

#include <algorithm>

#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"
#include "flowdsl/words/reference.hpp"
#include "ir/reference.hpp"
#include "source/byte_set.hpp"

namespace flowc::dsl {

namespace {

std::string_view without_blanks(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

/// What is written for the value that `{{name}}` is filled with elsewhere.
std::string reference_for(std::string_view name) {
    if (name.starts_with('$')) return std::string{name};
    const std::size_t root = name.find('.');
    std::string written{name};
    if (root != std::string_view::npos) {
        std::string prefix{name.substr(0, root)};
        std::transform(prefix.begin(), prefix.end(), prefix.begin(), lower_case);
        if (find_namespace(prefix)) written = prefix.append(name.substr(root));
    }
    return '{' + written + '}';
}

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

Span find_piece(std::string_view piece, std::size_t offset, Span text, const Sources& sources) {
    if (const Span place = place_of(piece, offset, text, sources); place != text) return place;
    constexpr std::uint32_t longest = 1 << 14;
    const std::size_t at = text.size() > longest ? std::string_view::npos : sources.slice(text).find(piece);
    if (at == std::string_view::npos) return text;
    const auto begin = text.begin + static_cast<std::uint32_t>(at);
    return {begin, begin + static_cast<std::uint32_t>(piece.size())};
}

std::string_view name_in_double_braces(std::string_view text) {
    if (!text.starts_with("{{")) return {};
    const std::string_view inside = text.substr(2, std::min(text.find_first_of("{}\n", 2), text.size()) - 2);
    const std::string_view name = without_blanks(inside);
    const std::string_view behind = text.substr(2 + inside.size());
    if (!behind.starts_with("}}") ||
        !std::all_of(name.begin(), name.end(), [](char c) { return is_path_character(c) || c == '$'; }))
        return {};
    return name;
}

/// `{{name}}` is how others fill in a value, and here a text with braces.
static void doubt_braces(std::string_view text, std::size_t at, Span span, const Sources& sources,
                         Diagnostics& diagnostics) {
    const std::string_view name = name_in_double_braces(text.substr(at));
    if (name.empty() || (at > 0 && text[at - 1] == '{')) return;
    const std::string_view written = text.substr(at, text.find("}}", at) + 2 - at);
    const Span place = find_piece(written, at, span, sources);
    const bool is_exact = sources.slice(place) == written;
    // `is {name}`, a case that keeps its braces, stands doubled here and nowhere in the file.
    if (!is_exact && sources.slice(span).find("${") == std::string_view::npos) return;
    const std::string meant = reference_for(name);
    Diagnostic& finding = diagnostics.report(
        rules::doubled_braces, place,
        quote(written) + " stands for no value: `{{` is a brace, and it stays in the text; write " + quote(meant));
    if (is_exact) finding.fixes.push_back({"write " + quote(meant), false, {{place, meant}}});
}

std::vector<TextPart> parse_template(std::string_view text, Span span, const Sources& sources,
                                     Diagnostics& diagnostics) {
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
            doubt_braces(text, i, span, sources, diagnostics);
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
            diagnostics.report(
                rules::bad_value, place_of("{", i, span, sources),
                !is_closed ? "a `{` begins a reference such as `{Category}` and nothing closes this one; write `{{` "
                             "for a brace"
                : name.empty()
                    ? "a `{` begins a reference such as `{Category}` and this one names nothing; write `{{` for a brace"
                    : "a reference such as `{Category}` has no blanks around its name, and no quotes or new lines in "
                      "it; write `{{` for a brace");
            ++i;
        } else {
            i += 1 + std::min(signs.first_in(rest.substr(1)), rest.size() - 1);
        }
    }
    end_words(text.size(), text.size());
    return parts;
}

bool has_reference(std::string_view text) {
    return text.find('{') != std::string_view::npos || text.find('}') != std::string_view::npos;
}

}  // namespace flowc::dsl
