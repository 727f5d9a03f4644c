#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "ir/value_form.hpp"
#include "lint/lint.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo flow_attribute_never_set{
    "flow-attribute-never-set",
    Category::data,
    Severity::warning,
    "a flow attribute is read, and no action of its flow sets it",
    "the reference is empty: the caller hears a gap, and comparisons take the way of no match",
    "AWS's reference: a flow attribute lives in one run of one flow; neither another flow nor a module sees or sets it",
    "a program writes them into the file before it is published: where the flow sets others it is a note, and nothing "
    "is "
    "said where it sets only others than it reads"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// The flow attributes that a flow sets, sorted; nothing where one has a name that only a later step or the run knows.
std::optional<std::vector<std::string_view>> names_set_in(const Lint& lint) {
    std::vector<std::string_view> names;
    for (const Action& action : lint.flow.actions) {
        const ActionInfo* row = lint.row(action);
        if (!row) return std::nullopt;
        if (!row->has(Effect::writes_flow_attributes)) continue;
        for (const ParameterInfo& parameter : row->parameters) {
            if (parameter.kind != ParameterKind::map) continue;
            const Node written = lint.parameters(action).find(parameter.name);
            if (!written.is_mapping()) return std::nullopt;
            for (const Entry entry : written.entries()) {
                if (value_form(entry.key) != ValueForm::fixed) return std::nullopt;
                names.push_back(entry.key.text());
            }
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

void check_flow_attribute_never_set(const Lint& lint) {
    const auto is_asked = [&](const Use& use) {
        return use.space == Space::flow_attributes && !use.key.empty() && use.key.find('$') == std::string_view::npos &&
               lint.reachable(lint.flow.actions[use.action]);
    };
    if (lint.flow.is_open || std::none_of(lint.uses.begin(), lint.uses.end(), is_asked)) return;
    const auto names = names_set_in(lint);
    if (!names) return;
    const auto is_set = [&](const Use& use) { return std::binary_search(names->begin(), names->end(), use.key); };
    // What sets only others than it reads waits for a program that writes the right ones in.
    const bool is_filled_in = !names->empty() && std::none_of(lint.uses.begin(), lint.uses.end(), [&](const Use& use) {
        return is_asked(use) && is_set(use);
    });
    constexpr std::size_t most_compared = 100;  // each with all names
    std::set<std::string_view> seen;
    for (const Use& use : lint.uses) {
        if (!is_asked(use) || is_set(use) || !seen.insert(use.key).second) continue;
        const std::string_view near = seen.size() > most_compared ? std::string_view() : nearest(use.key, *names);
        if (near.empty() && is_filled_in) continue;
        Diagnostic& finding =
            lint.report(use.action, rules::flow_attribute_never_set, lint.place_of(use),
                        rules::text({"no action of this flow sets the flow attribute ", quote(use.key),
                                     near.empty() ? ", and nothing else can; set it before it is read"
                                                  : rules::text({"; did you mean ", quote(near), "?"})}));
        if (near.empty() && !names->empty()) finding.severity = Severity::note;
    }
}

}  // namespace flowc::lint
