#include "flowdsl/document/head_values.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"
#include "flowdsl/words/borrowed_key.hpp"
#include "flowdsl/words/offer_word.hpp"
#include "flowdsl/words/verb.hpp"
#include "source/ascii.hpp"

namespace flowc::dsl {

namespace {

constexpr std::string_view word_keys[] = {"for", "to", "repeat", "star", "pound", "nth"};

void check_ordinals(Node ordinals, Diagnostics& diagnostics) {
    if (!ordinals.is_sequence() || ordinals.size() == 0)
        diagnostics.report(rules::bad_value, ordinals.span(),
                           "`nth` takes the list of ordinals, such as `[ersten, zweiten, dritten]`");
    for (const Node word : ordinals.items())
        if (!word.is_scalar() || word.text().empty())
            diagnostics.report(rules::bad_value, word.span(), "an ordinal is a word");
}

/// What stands in braces and is none of the marks; empty: nothing.
std::string_view odd_mark(std::string_view sentence) {
    for (std::size_t open = sentence.find('{'); open != std::string_view::npos; open = sentence.find('{', open + 1)) {
        const std::size_t close = sentence.find('}', open);
        if (close == std::string_view::npos) return {};
        const std::string_view mark = sentence.substr(open, close + 1 - open);
        if (mark != "{label}" && mark != "{key}") return mark;
    }
    return {};
}

void check_word(Entry word, DocumentKeys& keys) {
    Diagnostics& diagnostics = keys.diagnostics();
    const auto [key, value] = word;
    const std::string_view name = key.text();
    if (std::find(std::begin(word_keys), std::end(word_keys), name) == std::end(word_keys) || keys.is_empty(key, value))
        return;
    if (name == "nth") return check_ordinals(value, diagnostics);
    if (!value.is_scalar()) {
        diagnostics.report(rules::bad_value, value.span(), "`" + std::string{name} + "` takes a text");
        return;
    }
    const bool labelled = name == "for" || name == "to";
    std::vector<std::string_view> missing;
    for (const std::string_view mark : {"{label}", "{key}"})
        if ((labelled || (name == "repeat" && mark == "{key}")) && value.text().find(mark) == std::string_view::npos)
            missing.push_back(mark);
    if (missing.empty()) return;
    const std::string_view odd = odd_mark(value.text());
    diagnostics.report(rules::bad_value, value.span(),
                       "the sentence for `" + std::string{name} + "` needs " + list(missing, "and") +
                           ", where the words of each option go" +
                           (odd.empty() ? std::string{} : ", and " + quote(odd) + " is neither"));
}

bool is_block_name(std::string_view text) { return std::all_of(text.begin(), text.end(), is_name_character); }

}  // namespace

std::optional<FlowType> read_flow_type(Node node, Diagnostics& diagnostics) {
    const auto type = flow_type_from_dsl(node.text());
    if (type && *type != FlowType::module) return type;
    if (type) {
        diagnostics.report(rules::bad_value, node.span(),
                           "a module is no type of flow; write `module: Name` instead of `flow: Name`, and no `type`");
        return type;
    }
    std::vector<std::string_view> known;
    for (const FlowTypeInfo& row : flow_types())
        if (row.type != FlowType::module) known.push_back(row.dsl);
    std::string_view near = nearest(node.text(), known);
    // The service's own words for them, in whatever spelling.
    for (const FlowTypeInfo& row : flow_types())
        if (row.type != FlowType::module && same_letters(row.api, node.text())) near = row.dsl;
    diagnostics.report(rules::bad_value, node.span(),
                       "there is no flow type " + quote(node.text()) + "; " +
                           (near.empty() ? "write " + list(known, "or") : "did you mean `" + std::string{near} + "`?"));
    return std::nullopt;
}

void check_vars(Entry vars, DocumentKeys& keys) {
    Diagnostics& diagnostics = keys.diagnostics();
    if (keys.is_empty(vars.key, vars.value)) return;
    if (!vars.value.is_mapping())
        diagnostics.report(rules::bad_value, vars.value.span(),
                           "`vars` takes a map of names and texts, such as `{greeting: Welcome}`");
    for (const auto [name, value] : vars.value.entries())
        if (!value.is_scalar() || value.text().empty())
            diagnostics.report(rules::bad_value, value.span().empty() ? name.span() : value.span(),
                               quote(name.text()) + " stands for a text; write one");
}

void check_on_error(Entry on_error, DocumentKeys& keys) {
    Diagnostics& diagnostics = keys.diagnostics();
    if (keys.is_empty(on_error.key, on_error.value)) return;
    if (on_error.value.is_mapping() && on_error.value.size() == 0)
        diagnostics.report(
            rules::bad_value, on_error.value.span(),
            "`on_error` is empty; name a target, or verbs and targets such as `{lambda: next, else: sorry}`");
    for (const auto [key, value] : on_error.value.entries()) {
        keys.is_empty(key, value);
        if (value.is_mapping())
            diagnostics.report(rules::wrong_target, value.span(),
                               "a failure goes to one target: a block's name, `hangup` … or a list of steps");
        const VerbInfo* verb = find_verb(key.text());
        if (verb && value.is_scalar() && !is_block_name(value.text()))
            diagnostics.report(
                rules::wrong_target, value.span(),
                "`on_error` of a flow is a target, or a map of verbs and targets, and no target is called " +
                    quote(value.text()) + "; a list of steps is `[{" + std::string{verb->name} + ": …}]`");
        else if (verb && verb->failure == Failure::none)
            diagnostics.report(rules::unknown_option, key.span(),
                               "`" + std::string{verb->name} +
                                   "` cannot fail: the service has no error branch for it; remove it here");
        if (verb || key.text() == "else") continue;
        std::vector<std::string_view> known{"else"};
        for (const VerbInfo* each : all_verbs())
            if (each->failure != Failure::none) known.push_back(each->name);
        const std::string_view near = nearest(key.text(), known);
        Diagnostic& finding = diagnostics.report(
            rules::unknown_key, key.span(),
            "`on_error` speaks for verbs, and " + quote(key.text()) + " is none; " +
                (near.empty() ? "write a verb or `else`" : "did you mean `" + std::string{near} + "`?"));
        offer_word(finding, key, near);
    }
}

void check_words(Entry words, DocumentKeys& keys) {
    if (keys.is_empty(words.key, words.value)) return;
    if (!words.value.is_mapping())
        keys.diagnostics().report(
            rules::bad_value, words.value.span(),
            "`words` takes a map of sentences, such as `{for: \"Für {label} drücken Sie die {key}.\"}`");
    keys.check(words.value, word_keys, "`words`");
    for (const Entry word : words.value.entries()) check_word(word, keys);
}

void check_blocks(Node blocks, Diagnostics& diagnostics) {
    if (!blocks) return;
    if (!blocks.is_mapping()) {
        diagnostics.report(rules::bad_value, blocks.span(),
                           "`blocks` takes a map of names and steps, such as `sorry: [{say: …}, hangup]`");
        return;
    }
    for (const auto [name, steps] : blocks.entries()) {
        const std::string_view text = name.text();
        if (text.empty()) diagnostics.report(rules::bad_value, name.span(), "this block has no name; write one");
        else if (!is_block_name(text))
            diagnostics.report(
                rules::bad_value, name.span(),
                "a block's name has letters, digits, `_` and `-` only, and " + quote(text) + " has others; rename it");
        else if (text == "start")
            diagnostics.report(rules::bad_value, name.span(),
                               "`start` is a key of the flow and no block; write it beside `blocks`, not below it");
        else if (is_reserved_word(text) || text == "head" || find_verb(text))
            diagnostics.report(
                rules::bad_value, name.span(),
                "`" + std::string{text} + "` is a word of the language and cannot name a block; choose another name");
        if (!steps.is_sequence())
            diagnostics.report(rules::bad_value, steps.span().empty() ? name.span() : steps.span(),
                               "a block is a list of steps; begin each with `- `");
    }
}

}  // namespace flowc::dsl
