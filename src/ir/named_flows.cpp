#include "ir/named_flows.hpp"

#include <algorithm>
#include <optional>

#include "ir/display_names.hpp"
#include "ir/reference.hpp"
#include "ir/values.hpp"

namespace flowc {

namespace {

bool is_flow(const ParameterInfo& parameter) {
    return parameter.resource == ResourceKind::flow || parameter.resource == ResourceKind::module;
}

bool takes_flow(const ParameterInfo& parameter) {
    return is_flow(parameter) || std::any_of(parameter.properties.begin(), parameter.properties.end(), takes_flow) ||
           (parameter.item && takes_flow(*parameter.item));
}

/// Whether the contact itself comes into a flow that an action of this type names. A new contact is another one.
bool leads_on(const ActionInfo& row) {
    return !row.has(Effect::creates_contact) && std::any_of(row.parameters.begin(), row.parameters.end(), takes_flow);
}

}  // namespace

std::vector<NamedFlow> named_flows(const Flow& flow) {
    static const auto leading = [] {
        std::vector<bool> types;
        for (const ActionInfo& row : actions()) types.push_back(leads_on(row));
        return types;
    }();
    std::vector<NamedFlow> found;
    std::optional<DisplayNames> names;
    std::vector<Value> values;
    for (ActionId id = 0; id < flow.actions.size(); ++id) {
        const Action& action = flow.actions[id];
        if (action.type == ActionType::unknown || !leading[static_cast<std::size_t>(action.type)]) continue;
        values.clear();
        add_values(flow, action, values);
        for (const Value& value : values) {
            if (!is_flow(*value.info)) continue;
            if (!names) names.emplace(flow);
            const bool known = references_in(value.node.text()) == References::none;
            found.push_back({id, value.node, known ? names->find(action.identifier) : std::string_view(), known});
        }
    }
    return found;
}

}  // namespace flowc
