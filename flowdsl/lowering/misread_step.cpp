#include "flowdsl/lowering/misread_step.hpp"

#include <algorithm>
#include <vector>

#include "diagnostics/suggest.hpp"
#include "flowdsl/words/borrowed_key.hpp"
#include "flowdsl/words/borrowed_verb.hpp"
#include "flowdsl/words/keys_there.hpp"
#include "rules/wording.hpp"

namespace flowc::dsl {

namespace {

bool is_option(std::string_view word) {
    const auto names_it = [&](const OptionInfo& option) { return option.name == word; };
    const auto common = common_options();
    return std::any_of(common.begin(), common.end(), names_it) ||
           std::any_of(all_verbs().begin(), all_verbs().end(), [&](const VerbInfo* verb) {
               return std::any_of(verb->options.begin(), verb->options.end(), names_it);
           });
}

/// The verbs that stand for an action of the service; empty: the word is none, or no verb's first.
std::string verbs_of_action(std::string_view word) {
    std::vector<std::string_view> verbs;
    const ActionInfo* const action = find_action(word);
    for (const VerbInfo* verb : all_verbs())
        if (action && !verb->types.empty() && verb->types.front() == action->type) verbs.push_back(verb->name);
    return verbs.empty() ? std::string{} : list(verbs, "or");
}

}  // namespace

Node verbless(Node step) {
    Node first;
    for (const Entry entry : step.entries()) {
        if (!first) first = entry.key;
        if (!is_option(entry.key.text())) return entry.key;
    }
    return first ? first : step;
}

std::string_view nearest_verb(std::string_view word) {
    if (is_option(word)) return {};
    std::vector<std::string_view> known;
    for (const VerbInfo* verb : all_verbs()) known.push_back(verb->name);
    return nearest(word, known);
}

std::string unknown_verb_message(Node word) {
    if (is_option(word.text()))
        return "this step has no verb, and " + quote(word.text()) +
               " is an option; write the options of a step below its verb, without a `- ` of their own";
    if (const std::size_t blank = word.text().find(' ');
        blank != std::string_view::npos && find_verb(word.text().substr(0, blank)))
        return quote(word.text()) + " is no verb of the language; a verb has its colon right behind it, `" +
               std::string{word.text().substr(0, blank)} + ": " + std::string{word.text().substr(blank + 1)} +
               "`, and its options are lines of their own";
    if (const std::string_view instead = instead_of_borrowed_verb(word.text()); !instead.empty())
        return quote(word.text()) + " is no verb of the language; " + std::string{instead};
    if (const std::string verbs = verbs_of_action(word.text()); !verbs.empty())
        return quote(word.text()) + " is an action of the service; write " + verbs +
               ", or `action: " + std::string{word.text()} + "` with its `parameters`";
    const std::string_view near = nearest_verb(word.text());
    return quote(word.text()) + " is no verb of the language; " +
           (near.empty() ? "`flowc explain verbs` lists them, and `action: Type` writes any action"
                         : "did you mean `" + std::string{near} + "`?");
}

bool holds_a_map(const VerbInfo& verb) {
    return verb.value == OptionKind::any || verb.value == OptionKind::map || verb.value == OptionKind::data;
}

bool may_be_held(const OptionInfo& empty, Node key, Node step) {
    const bool is_map =
        empty.kind == OptionKind::any || empty.kind == OptionKind::map || empty.kind == OptionKind::data;
    const Node value = step.find(empty.name);
    return is_map && value.is_scalar() && value.span().empty() && key.span().begin > value.span().begin;
}

Node option_below(const VerbInfo& verb, Node value) {
    if (holds_a_map(verb)) return {};
    for (const Entry entry : value.entries())
        if (find_option(verb, entry.key.text())) return entry.key;
    return {};
}

std::string_view option_meant(Node step, const VerbInfo& verb, Node word) {
    std::vector<std::string_view> known;
    for (const OptionInfo& option : verb.options)
        if (!step.find_key(option.name)) known.push_back(option.name);
    return meant_key(word.text(), known).key;
}

Node option_read_as_verb(Node step, const VerbInfo& first, Node first_word, const VerbInfo& second, Node second_word) {
    if (!option_meant(step, first, second_word).empty()) return second_word;
    return option_meant(step, second, first_word).empty() ? Node{} : first_word;
}

bool goes_on_in(Node next, const VerbInfo& verb) {
    if (!next.is_mapping() || next.size() == 0 || !find_option(verb, (*next.entries().begin()).key.text()))
        return false;
    for (const Entry entry : next.entries())
        if (find_verb(entry.key.text())) return false;
    return true;
}

bool has_options_alone(Node step) {
    if (!step.is_mapping() || step.size() == 0 || !is_option(verbless(step).text())) return false;
    for (const Entry entry : step.entries())
        if (find_verb(entry.key.text())) return false;
    return true;
}

Node no_option_of(const VerbInfo& verb, Node step) {
    for (const Entry entry : step.entries())
        if (entry.key.text() != verb.name && !find_option(verb, entry.key.text())) return entry.key;
    return {};
}

}  // namespace flowc::dsl
