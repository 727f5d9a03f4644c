#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <iterator>

#include "catalogue/reference_row.hpp"
#include "ir/reference.hpp"
#include "lint/lint.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"
#include "source/byte_set.hpp"

namespace flowc::rules {

const RuleInfo reference_not_filled{
    "reference-not-filled",
    Category::data,
    Severity::warning,
    "a text names a value in a form that the service does not fill in",
    "the caller hears the name of the value, letter by letter, instead of the value, or it is stored and sent on as it "
    "stands",
    "AWS's reference: a value stands in a text as `$.Namespace.Key` and in no other form; a published system spoke "
    "`{External.…}`",
    "a deployment replaces it before the flow is published"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// What stands where a value was meant: `{External.name}`, `${External.name}`, `$External.name`.
struct Meant {
    std::size_t length = 0;  ///< 0: nothing of the kind
    std::string_view path;   ///< `External.name`
    bool filled = false;     ///< it is, and what stands around it is spoken
};

/// Whether a path begins with a namespace and goes on as that does.
bool is_known(std::string_view path) {
    std::string_view rest = path;
    const std::string_view space = take_key(rest);
    const std::string_view key = take_key(rest);
    if (key.empty() || !has_key(*find_reference_row({}), space)) return false;
    const ReferenceRow* row = find_reference_row(space);
    return !row || has_key(*row, key);
}

Meant meant_at(std::string_view text) {
    std::size_t at = text[0] == '$' ? 1 : 0;
    std::size_t braces = 0;
    while (at < text.size() && text[at] == '{' && braces < 2) {
        ++at;
        ++braces;
    }
    const bool filled = text.substr(at).starts_with("$.");
    if (filled) at += 2;
    if (text.substr(at).starts_with('.')) return {};  // `$.External.name` as it should be
    std::size_t end = at;
    while (end < text.size() && is_path_character(text[end])) ++end;
    if (braces == 0)
        while (end > at && text[end - 1] == '.') --end;
    const std::string_view path = text.substr(at, end - at);
    for (std::size_t i = 0; i < braces; ++i)
        if (end >= text.size() || text[end++] != '}') return {};
    return is_known(path) ? Meant{end, path, filled} : Meant{};
}

/// Where something may have been meant, from a place on; the text's size: nowhere.
std::size_t next_in(std::string_view text, std::size_t from) {
    static constexpr ByteSet beginnings("{$");
    return from + std::min(beginnings.first_in(text.substr(from)), text.size() - from);
}

constexpr std::string_view named_spaces[] = {"Attributes.", "External.", "FlowAttributes."};

/// A value that is nothing but the path of one, `External.name`: its `$.` was forgotten.
bool is_bare_path(std::string_view text) {
    return std::any_of(std::begin(named_spaces), std::end(named_spaces), [&](std::string_view space) {
        return text.starts_with(space) && text.size() > space.size() &&
               std::all_of(text.begin(), text.end(), is_path_character);
    });
}

/// Whether a reference may stand in the value at all: the name of a field, for one, may read like its path.
bool takes_references(const ParameterInfo& info) { return info.mode != ValueMode::fixed; }

/// Whether the value is a text in which references may stand among other words.
bool holds_text(const ParameterInfo& info) {
    return info.kind == ParameterKind::text || info.kind == ParameterKind::ssml ||
           (info.kind == ParameterKind::string && info.mode == ValueMode::mixed);
}

bool is_spoken(const Lint& lint, const Action& action, const ParameterInfo& info) {
    return info.kind != ParameterKind::string && lint.row(action)->has(Effect::speaks);
}

/// The first eight bytes of a text; none where it has fewer.
std::uint64_t head_of(std::string_view text) {
    static constexpr std::array<char, 8> none{};
    std::uint64_t head = 0;
    std::memcpy(&head, text.size() < none.size() ? none.data() : text.data(), none.size());
    return head;
}

/// Whether anything in a value could be meant for a reference: in most nothing could, which is asked of all of them in one go.
bool may_mean_one(const Lint& lint, Node value) {
    unsigned may = unsigned{lint.texts.signs(value).has(Signs::dollar | Signs::brace)};
    for (const std::string_view space : named_spaces) may |= unsigned{head_of(value.text()) == head_of(space)};
    return may != 0;
}

/// Whether the whole of a value is a reference in the form that is filled in, without another one in it.
bool is_one_reference(const Lint& lint, Node value) {
    const Signs signs = lint.texts.signs(value);
    if (lint.texts.form(value) != ValueForm::reference || signs.has(Signs::brace)) return false;
    // Only within brackets and backticks may another one stand.
    return !signs.has(Signs::bracket | Signs::backtick) || value.text().find('$', 1) == std::string_view::npos;
}

}  // namespace

void check_reference_not_filled(const Lint& lint) {
    for (const auto& [action, info, node] : lint.values) {
        if (!may_mean_one(lint, node) || is_one_reference(lint, node)) continue;
        if (!node.is_string() || !takes_references(*info)) continue;
        if (!rules::wants_reference(*info) && is_bare_path(node.text()))
            lint.diagnostics.report(rules::reference_not_filled, node.span(),
                                    rules::text({quote(node.text()), " is taken as it stands; write ",
                                                 quote(rules::text({"$.", node.text()}))}));
        if (!holds_text(*info)) continue;
        const std::string_view text = node.text();
        if (!lint.texts.signs(node).has(Signs::dollar | Signs::brace)) continue;
        TextPlaces places = lint.places_in(node);
        for (std::size_t at = next_in(text, 0); at < text.size(); at = next_in(text, at + 1)) {
            const Meant meant = meant_at(text.substr(at));
            if (meant.length == 0) continue;
            const std::string_view written = text.substr(at, meant.length);
            // What a template fills in is no business of the service.
            const bool is_filled = lint.flow.is_template && (written.starts_with("${") || written.starts_with("{{"));
            if (!is_filled)
                lint.diagnostics.report(
                    rules::reference_not_filled, places.at(at, meant.length),
                    rules::text({quote(written), is_spoken(lint, *action, *info) ? " is spoken" : " is taken",
                                 meant.filled ? " with its braces; write " : " as it stands; write ",
                                 quote(rules::text({"$.", meant.path}))}));
            at += meant.length - 1;
        }
    }
}

}  // namespace flowc::lint
