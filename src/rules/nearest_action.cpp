#include "rules/nearest_action.hpp"

#include "diagnostics/suggest.hpp"

namespace flowc::rules {

ActionId nearest_action(const Flow& flow, std::string_view identifier, const std::vector<ActionId>& others) {
    std::vector<std::string_view> identifiers;
    identifiers.reserve(flow.actions.size());
    for (const Action& action : flow.actions) identifiers.push_back(action.identifier);
    for (const ActionId other : others) identifiers[other] = {};
    const std::string_view best = nearest_alone(identifier, identifiers);
    if (best.empty()) return no_action;
    for (ActionId id = 0; id < identifiers.size(); ++id) {
        if (identifiers[id] == best) return id;
    }
    return no_action;
}

}  // namespace flowc::rules
