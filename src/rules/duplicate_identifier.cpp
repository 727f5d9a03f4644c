#include "ir/subject.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo duplicate_identifier{
    "duplicate-identifier",
    Category::validity,
    Severity::error,
    "two actions of a flow have the same identifier",
    "nobody can say to which of the two a transition leads; the service refuses the flow",
    "AWS's reference: an identifier is unique in its flow",
    "never: one of the two can never be reached"};

void check_duplicate_identifier(Check& check) {
    for (const auto [id, first] : check.analysis.identifiers().taken()) {
        const Action& action = check.flow.actions[id];
        about(action, check.diagnostics.report(duplicate_identifier, action.identifier_span,
                                               text({"the identifier ", quote(action.identifier),
                                                     " is taken; give this action another one"})))
            .labels.push_back({check.flow.actions[first].identifier_span, "the first action of that identifier"});
    }
}

}  // namespace flowc::rules
