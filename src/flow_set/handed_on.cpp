#include "flow_set/handed_on.hpp"

#include <algorithm>
#include <array>

namespace flowc {

namespace {

/// Whether a contact goes on from an action at once and the same way in every call.
bool goes_straight_on(const Flow& flow, const Action& action) {
    if (action.type == ActionType::unknown) return false;
    constexpr std::array<Effect, 9> holds_up{
        Effect::speaks,          Effect::waits_for_input,     Effect::waits_for_time,
        Effect::leaves_to_queue, Effect::leaves_to_agent,     Effect::leaves_to_third_party,
        Effect::calls_module,    Effect::returns_from_module, Effect::ends_flow};
    const ActionInfo& row = info(action.type);
    return !row.has(Effect::disconnects) && flow.transitions_of(action, Transition::Kind::condition).empty() &&
           std::none_of(holds_up.begin(), holds_up.end(), [&](Effect effect) { return row.has(effect); });
}

}  // namespace

std::optional<NamedFlow> handed_on(const Flow& flow) {
    ActionId id = flow.start;
    for (std::size_t steps = 0; id != no_action && steps < flow.actions.size(); ++steps) {
        const Action& action = flow.actions[id];
        if (!goes_straight_on(flow, action)) return std::nullopt;
        if (info(action.type).has(Effect::leaves_to_flow)) {
            for (const NamedFlow& named : named_flows(flow))
                if (named.action == id && named.known) return named;
            return std::nullopt;
        }
        const auto next = flow.transitions_of(action, Transition::Kind::next);
        id = next.empty() ? no_action : next.front().target;
    }
    return std::nullopt;
}

}  // namespace flowc
