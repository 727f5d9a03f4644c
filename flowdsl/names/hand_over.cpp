#include "flowdsl/names/hand_over.hpp"

#include <algorithm>

#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"
#include "ir/subject.hpp"

namespace flowc::dsl {

namespace {

bool has(const Action& action, Effect effect) {
    return action.type != ActionType::unknown && info(action.type).has(effect);
}

/// Whether other flows or modules have a part in this contact; what they set is not known here.
bool hands_on(const Flow& flow) {
    return std::any_of(flow.actions.begin(), flow.actions.end(), [](const Action& action) {
        return has(action, Effect::leaves_to_flow) || has(action, Effect::calls_module);
    });
}

/// Whether a map among an action's parameters has that key: the attributes of a new contact.
bool gives(Node parameters, std::string_view name) {
    for (const auto [key, value] : parameters.entries())
        if (key.text() == name || gives(value, name)) return true;
    return false;
}

}  // namespace

void check_hand_overs(const std::vector<HandOver>& steps, const Flow& flow, const NameFlow& names,
                      const KnownFlows& flows, const std::set<std::string_view>& doubtful, Diagnostics& diagnostics) {
    const bool open = !steps.empty() && hands_on(flow);
    for (const HandOver& step : steps) {
        const ActionId id = step.draft->action;
        if (id == no_action || !names.before(id).reached) continue;
        const Action& action = flow.actions[id];
        const bool later = has(action, Effect::sets_event_hook);
        if (later && open) continue;
        for (const FlowInterface::Input& input : step.flow->inputs) {
            if (doubtful.count(input.name) != 0) continue;
            if (input.name.starts_with("external.")) {
                // A new contact has had no answer from anybody, which its flow knows.
                const std::string_view field = std::string_view{input.name}.substr(9);
                if (has(action, Effect::creates_contact) || doubtful.count(field) != 0 ||
                    names.may_hold(later ? nullptr : &names.before(id), field))
                    continue;
                diagnostics
                    .report(rules::maybe_unknown_name, step.span,
                            quote(step.flow->name) + " expects " + quote(input.name) + ", and no Lambda " +
                                (later ? "of this flow" : "whose answer is the latest here") + " lists " +
                                quote(field) +
                                "; add it to the `returns` of that step, or name it in the `inputs:` of this flow, too")
                    .labels.push_back({flows.place(step.flow, input.span), "expected here"});
                continue;
            }
            const auto name = names.name(input.name, false);
            if (name && (later || names.is_written(names.before(id), *name))) continue;
            if (has(action, Effect::creates_contact) && gives(flow.node(action.parameters), input.name)) continue;
            about(action, diagnostics.report(rules::maybe_unknown_name, step.span,
                                             quote(step.flow->name) + " expects " + quote(input.name) +
                                                 ", and nothing " + (later ? "in this flow" : "before this step") +
                                                 " sets it; `set` it, or name it in the `inputs:` of this flow, too"))
                .labels.push_back({flows.place(step.flow, input.span), "expected here"});
        }
    }
}

}  // namespace flowc::dsl
