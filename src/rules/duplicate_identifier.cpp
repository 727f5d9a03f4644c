#include "ir/subject.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"
#include "syntax/duplicate_keys.hpp"

namespace flowc::rules {

const RuleInfo duplicate_identifier{
    "duplicate-identifier",
    Category::validity,
    Severity::error,
    "two actions of a flow have the same identifier",
    "nobody can say to which of the two a transition leads; the service refuses the flow",
    "AWS's reference: an identifier is unique in its flow",
    "never: one of the two can never be reached"};

namespace {

/// Whether one may be there twice; that it is, a table of all tells.
bool may_repeat(const Flow& flow) {
    KeySketch identifiers;
    identifiers.clear();
    bool repeats = false;
    for (const Action& action : flow.actions) repeats |= identifiers.add(action.identifier);
    return repeats;
}

}  // namespace

void check_duplicate_identifier(Check& check) {
    if (!may_repeat(check.flow)) return;
    for (const auto [id, first] : check.analysis.identifiers(check.flow).taken()) {
        // Where the language has made an identifier of a word, only the other one can be changed.
        const auto is_made = [](const Action& one) { return one.identifier_span == one.type_span; };
        const bool keeps_its_own = is_made(check.flow.actions[id]) && !is_made(check.flow.actions[first]);
        const Action& action = check.flow.actions[keeps_its_own ? first : id];
        const Action& other = check.flow.actions[keeps_its_own ? id : first];
        about(action, check.diagnostics.report(duplicate_identifier, action.identifier_span,
                                               text({"the identifier ", quote(action.identifier),
                                                     " is taken; give this action another one"})))
            .labels.push_back({other.identifier_span, keeps_its_own ? "the action that has it by its word"
                                                                    : "the first action of that identifier"});
    }
}

}  // namespace flowc::rules
