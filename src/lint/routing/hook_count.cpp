#include "lint/lint.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo hook_count{
    "hook-count",
    Category::routing,
    Severity::warning,
    "one action hooks several flows, or none",
    "the service may refuse the flow, and does not say why",
    "AWS's reference: an action sets one hook; of three who tried two, or none, at the service, two were refused",
    "the service takes it from you"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// The hooks that a parameter holds; absent: it holds none by its nature.
Node hooks_in(const ParameterInfo& parameter, Node value) {
    const bool names_flows = parameter.item && parameter.item->resource == ResourceKind::flow;
    return names_flows && value.is_mapping() ? value : Node();
}

}  // namespace

void check_hook_count(const Lint& lint) {
    for (const ActionId id : lint.with(Effect::sets_event_hook)) {
        const Action& action = lint.flow.actions[id];
        const ActionInfo* row = lint.row(action);
        for (const auto [key, value] : lint.parameters(action).entries()) {
            const ParameterInfo* parameter = find_parameter(row->parameters, key.text());
            const Node hooks = parameter ? hooks_in(*parameter, value) : Node();
            if (!hooks || hooks.size() == 1) continue;
            lint.report(action, rules::hook_count, key.span(),
                        hooks.size() == 0
                            ? rules::text({quote(key.text()), " names no flow; name one, or take the action out"})
                            : rules::text({quote(key.text()), " has ", std::to_string(hooks.size()),
                                           " hooks, and AWS's reference allows one; write an action for each"}));
        }
    }
}

}  // namespace flowc::lint
