#include "flowdsl/hand_over.hpp"

#include "diagnostics/suggest.hpp"

namespace flowc::dsl {

void check_hand_over(const HandOver& step, const NameFlow& names, const KnownFlows& flows,
                     const std::set<std::string_view>& doubtful, Diagnostics& diagnostics) {
    const ActionId action = step.draft->action;
    if (action == no_action || !names.before(action).reached) return;
    for (const FlowInterface::Input& input : step.flow->inputs) {
        if (input.name.starts_with("external.") || doubtful.count(input.name) != 0) continue;
        const auto name = names.name(input.name, false);
        if (name && names.before(action).some.test(*name)) continue;
        diagnostics
            .report(rules::maybe_unknown_name, step.span,
                    quote(step.flow->name) + " expects " + quote(input.name) +
                        ", and nothing before this step sets it; `set` it, or name it in the `inputs:` of this flow, too")
            .labels.push_back({flows.place(step.flow, input.span), "expected here"});
    }
}

}  // namespace flowc::dsl
