#include <algorithm>
#include <vector>

#include "rules/rule.hpp"

namespace flowc::rules {
namespace {

/// The walk through one action's parameters. It goes as deep as the catalogue's rows do.
class ParameterWalk {
  public:
    ParameterWalk(Check& check, const Action& action, const ActionInfo& row)
        : check_(check), action_(action), row_(row) {}

    void object(Node node, Span span, std::span<const ParameterInfo> properties, std::span<const ParameterRule> rules,
                const ParameterInfo* parent, bool free_keys) {
        const ObjectUse use{action_, row_, node, span, properties, rules, parent, free_keys};
#define FLOWC_TEXT_RULE(name)
#define FLOWC_FLOW_RULE(name)
#define FLOWC_ACTION_RULE(name)
#define FLOWC_OBJECT_RULE(name) check_##name(check_, use);
#define FLOWC_PARAMETER_RULE(name)
#include "rules/rules.def"
#undef FLOWC_OBJECT_RULE
#undef FLOWC_PARAMETER_RULE
        std::vector<const ParameterInfo*> seen;
        for (const auto [key, child] : node.entries()) {
            const ParameterInfo* info = find_parameter(properties, key.text());
            // A key that stands twice is a fault of the text; the first one counts.
            if (info && std::find(seen.begin(), seen.end(), info) != seen.end()) continue;
            if (info) seen.push_back(info);
            value({action_, row_, info, key, child, node, properties, parent});
        }
    }

  private:
    void value(const ParameterUse& use) {
#define FLOWC_OBJECT_RULE(name)
#define FLOWC_PARAMETER_RULE(name) check_##name(check_, use);
#include "rules/rules.def"
#undef FLOWC_TEXT_RULE
#undef FLOWC_FLOW_RULE
#undef FLOWC_ACTION_RULE
#undef FLOWC_OBJECT_RULE
#undef FLOWC_PARAMETER_RULE
        if (!use.info) return;
        const ParameterInfo& info = *use.info;
        if (info.kind == ParameterKind::object && use.value.is_mapping() &&
            (!info.properties.empty() || info.free_keys)) {
            object(use.value, use.key ? use.key.span() : use.value.span(), info.properties, info.rules, &info,
                   info.free_keys);
        }
        if (!info.item) return;
        if (info.kind == ParameterKind::map) {
            for (const auto [key, child] : use.value.entries()) {
                value({action_, row_, info.item, key, child, use.value, {}, &info});
            }
        } else if (info.kind == ParameterKind::list) {
            for (const Node child : use.value.items()) {
                value({action_, row_, info.item, Node(), child, use.value, {}, &info});
            }
        }
    }

    Check& check_;
    const Action& action_;
    const ActionInfo& row_;
};

void walk_action(Check& check, const Action& action) {
#define FLOWC_TEXT_RULE(name)
#define FLOWC_FLOW_RULE(name)
#define FLOWC_ACTION_RULE(name) check_##name(check, action);
#define FLOWC_OBJECT_RULE(name)
#define FLOWC_PARAMETER_RULE(name)
#include "rules/rules.def"
#undef FLOWC_FLOW_RULE
#undef FLOWC_ACTION_RULE
    const ActionInfo* row = check.row(action);
    const Node parameters = check.flow.node(action.parameters);
    // Parameters that are no object are a fault of the action's shape, or a placeholder.
    if (!row || (parameters && !parameters.is_mapping())) return;
    ParameterWalk walk(check, action, *row);
    walk.object(parameters, action.type_span, row->parameters, row->rules, nullptr, row->free_parameters);
}

}  // namespace

void run(const Flow& flow, Diagnostics& diagnostics) {
    const Analysis analysis(flow);
    Check check{flow, analysis, diagnostics};
#define FLOWC_FLOW_RULE(name) check_##name(check);
#define FLOWC_ACTION_RULE(name)
#include "rules/rules.def"
#undef FLOWC_TEXT_RULE
#undef FLOWC_FLOW_RULE
#undef FLOWC_ACTION_RULE
#undef FLOWC_OBJECT_RULE
#undef FLOWC_PARAMETER_RULE
    for (const Action& action : flow.actions) walk_action(check, action);
}

}  // namespace flowc::rules
