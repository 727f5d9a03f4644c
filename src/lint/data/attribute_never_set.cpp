#include <set>

#include "lint/lint.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo attribute_never_set{
    "attribute-never-set",
    Category::data,
    Severity::warning,
    "an attribute is read, and no flow of the project sets it",
    "the reference is empty: the caller hears a gap, and comparisons take the way of no match",
    "AWS's reference: an attribute that was never set is empty",
    "something outside sets it: a Lambda or an agent's desktop by the API, or whoever starts the contact; without a "
    "near name it "
    "is a note only"};

}  // namespace flowc::rules

namespace flowc::lint {

void check_attribute_never_set(const Lint& lint) {
    // What is written in the flow language says itself what it expects from outside, and is held to it.
    if (lint.compiled() || !lint.others.whole() || lint.others.set()->writes_any()) return;
    const FlowSet& set = *lint.others.set();
    constexpr std::size_t most_suggested = 100;  // each is compared with all names
    std::set<std::string_view> told;
    for (const Use& use : lint.uses) {
        if (use.space != "Attributes" || use.key.empty() || !lint.reachable(lint.flow.actions[use.action])) continue;
        if (use.key.find('$') != std::string_view::npos || set.writes(use.key) || !told.insert(use.key).second)
            continue;
        const std::string_view meant =
            told.size() <= most_suggested ? nearest(use.key, set.attributes()) : std::string_view();
        Diagnostic& found = lint.diagnostics.report(
            rules::attribute_never_set, use.span,
            meant.empty()
                ? rules::text({"no flow sets the attribute ", quote(use.key), "; set it before it is read"})
                : rules::text({"no flow sets the attribute ", quote(use.key), "; did you mean ", quote(meant), "?"}));
        if (meant.empty()) found.severity = Severity::note;
    }
}

}  // namespace flowc::lint
