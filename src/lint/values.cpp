#include "lint/values.hpp"

namespace flowc::lint {

namespace {

// As deep as the rows of the catalogue go, not as deep as a document may.
void walk(std::span<const ParameterInfo> properties, Node object, const SeeValue& see);

void walk_value(const ParameterInfo& info, Node value, const SeeValue& see) {
    if (value.is_scalar()) return see(info, value);
    walk(info.properties, value, see);
    if (!info.item) return;
    for (const Node item : value.items()) walk_value(*info.item, item, see);
    if (info.kind != ParameterKind::map) return;
    for (const Entry entry : value.entries()) walk_value(*info.item, entry.value, see);
}

void walk(std::span<const ParameterInfo> properties, Node object, const SeeValue& see) {
    if (properties.empty()) return;
    for (const Entry entry : object.entries())
        if (const ParameterInfo* info = find_parameter(properties, entry.key.text())) walk_value(*info, entry.value, see);
}

}  // namespace

void each_value(const Lint& lint, const Action& action, const SeeValue& see) {
    if (const ActionInfo* row = lint.row(action)) walk(row->parameters, lint.parameters(action), see);
}

void each_value(const Lint& lint, const std::function<void(const Action&, const ParameterInfo&, Node)>& see) {
    for (const Action& action : lint.flow.actions) {
        if (!lint.reachable(action)) continue;
        each_value(lint, action, [&](const ParameterInfo& info, Node value) { see(action, info, value); });
    }
}

}  // namespace flowc::lint
