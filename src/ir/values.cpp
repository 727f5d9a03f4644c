#include "ir/values.hpp"

namespace flowc {

namespace {

/// The walk through one action's parameters, as deep as the rows of the catalogue go, not as deep as a document may.
class Finder {
  public:
    Finder(const Action& action, std::vector<Value>& values) : action_(action), values_(values) {}

    void object(std::span<const ParameterInfo> properties, Node object) {
        if (properties.empty()) return;
        for (const Entry entry : object.entries())
            if (const ParameterInfo* info = find_parameter(properties, entry.key.text())) value(*info, entry.value);
    }

  private:
    void value(const ParameterInfo& info, Node node) {
        if (node.is_scalar()) {
            values_.push_back({&action_, &info, node});
            return;
        }
        object(info.properties, node);
        if (!info.item) return;
        for (const Node item : node.items()) value(*info.item, item);
        if (info.kind != ParameterKind::map) return;
        for (const Entry entry : node.entries()) value(*info.item, entry.value);
    }

    const Action& action_;
    std::vector<Value>& values_;
};

}  // namespace

void add_values(const Flow& flow, const Action& action, std::vector<Value>& values) {
    Finder(action, values).object(info(action.type).parameters, flow.node(action.parameters));
}

std::vector<Value> find_values(const Flow& flow, const Analysis& graph) {
    std::vector<Value> values;
    values.reserve(2 * flow.actions.size());
    for (ActionId id = 0; id < flow.actions.size(); ++id) {
        const Action& action = flow.actions[id];
        if (action.type != ActionType::unknown && graph.reachable(id)) add_values(flow, action, values);
    }
    return values;
}

std::vector<Value> arns_among(const std::vector<Value>& values, const Texts& texts) {
    std::vector<Value> arns;
    for (const Value& value : values)
        if (value.node.text().starts_with("arn:") && texts.form(value.node) == ValueForm::fixed) arns.push_back(value);
    return arns;
}

}  // namespace flowc
