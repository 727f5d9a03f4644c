#include <vector>

#include "ir/subject.hpp"
#include "rules/conditions.hpp"
#include "rules/form.hpp"
#include "rules/rule.hpp"
#include "rules/value.hpp"

namespace flowc::rules {
namespace {

// Each step of the walk asks the rules of one kind.
#define FLOWC_TEXT_RULE(name)
#define FLOWC_FLOW_RULE(name)
#define FLOWC_ACTION_RULE(name)
#define FLOWC_CONDITIONS_RULE(name)
#define FLOWC_OBJECT_RULE(name)
#define FLOWC_NAME_RULE(name)
#define FLOWC_PARAMETER_RULE(name, says)

/// What the catalogue knows of the keys of the objects that the walk is in, key by key; each is looked up once.
using KnownKeys = std::vector<const ParameterInfo*>;

/// The walk through one action's parameters. It goes as deep as the catalogue's rows do.
class ParameterWalk {
  public:
    ParameterWalk(Check& check, const Action& action, const ActionInfo& row, KnownKeys& keys)
        : check_(check), action_(action), row_(row), keys_(keys) {}

    void object(Node node, Span span, std::span<const ParameterInfo> properties, std::span<const ParameterRule> rules,
                const ParameterInfo* parent, bool free_keys) {
        ObjectUse use{action_, row_, node, span, properties, rules, parent, free_keys};
        const std::size_t outer = keys_.size();
        for (const auto [key, child] : node.entries()) {
            const ParameterInfo* info = keys_.emplace_back(find_parameter(properties, key.text()));
            // A key that stands twice is a fault of the text; the first one counts.
            if (!info || use.has(*info)) continue;
            use.given |= bit(use, *info);
            if (!child.is_string() || !child.text().empty()) use.filled |= bit(use, *info);
        }
#undef FLOWC_OBJECT_RULE
#define FLOWC_OBJECT_RULE(name) check_##name(check_, use);
#include "rules/rules.def"
#undef FLOWC_OBJECT_RULE
#define FLOWC_OBJECT_RULE(name)
        std::uint64_t seen = 0;
        std::size_t next = outer;
        for (const auto [key, child] : node.entries()) {
            const ParameterInfo* info = keys_[next++];
            if (info) {
                if (seen & bit(use, *info)) continue;
                seen |= bit(use, *info);
            }
            value({action_, row_, info, key, child, node, properties, parent, check_.texts.form(child)});
        }
        keys_.resize(outer);
    }

  private:
    static std::uint64_t bit(const ObjectUse& use, const ParameterInfo& property) {
        return std::uint64_t{1} << (&property - use.properties.data());
    }

    void value(const ParameterUse& use) {
        if (!use.info) {
#undef FLOWC_NAME_RULE
#define FLOWC_NAME_RULE(name) check_##name(check_, use);
#include "rules/rules.def"
#undef FLOWC_NAME_RULE
#define FLOWC_NAME_RULE(name)
            return;
        }
        const ParameterInfo& info = *use.info;
#undef FLOWC_PARAMETER_RULE
#define FLOWC_PARAMETER_RULE(name, says) \
    if (says) check_##name(check_, use, info);
#include "rules/rules.def"
#undef FLOWC_PARAMETER_RULE
#define FLOWC_PARAMETER_RULE(name, says)
        if (info.kind == ParameterKind::object && use.value.is_mapping() &&
            (!info.properties.empty() || info.free_keys)) {
            object(use.value, use.key ? use.key.span() : use.value.span(), info.properties, info.rules, &info,
                   info.free_keys);
        }
        if (!info.item) return;
        if (info.kind == ParameterKind::map) {
            for (const auto [key, child] : use.value.entries()) {
                value({action_, row_, info.item, key, child, use.value, {}, &info, check_.texts.form(child)});
            }
        } else if (info.kind == ParameterKind::list) {
            for (const Node child : use.value.items()) {
                value({action_, row_, info.item, Node(), child, use.value, {}, &info, check_.texts.form(child)});
            }
        }
    }

    Check& check_;
    const Action& action_;
    const ActionInfo& row_;
    KnownKeys& keys_;
};

/// The walk over all actions of a flow.
class ActionWalk {
  public:
    explicit ActionWalk(Check& check) : check_(check) {
        constexpr std::size_t usual = 16;
        keys_.reserve(usual);
    }

    void action(const Action& action) {
        take_form(check_, action);
#undef FLOWC_ACTION_RULE
#define FLOWC_ACTION_RULE(name) check_##name(check_, action);
#include "rules/rules.def"
#undef FLOWC_ACTION_RULE
#define FLOWC_ACTION_RULE(name)
        const ActionInfo* row = check_.row(action);
        if (!row) return;
        conditions(action, *row);
        const Node parameters = check_.flow.node(action.parameters);
        // Parameters that are no object are a fault of the action's shape, or a placeholder.
        if (parameters && !parameters.is_mapping()) return;
        ParameterWalk walk(check_, action, *row, keys_);
        walk.object(parameters, action.type_span, row->parameters, row->rules, nullptr, row->free_parameters);
    }

  private:
    void conditions(const Action& action, const ActionInfo& row) {
        const auto branches = check_.flow.transitions_of(action, Transition::Kind::condition);
        if (branches.empty() && row.conditions.allowed == ConditionsInfo::Allowed::never) return;
        const Truth allowed = conditions_allowed(check_, action, row);
        sets_.clear();
        if (allowed != Truth::no) add_condition_sets(check_, action, row, sets_);
        const ConditionsUse use{action, row, branches, allowed, sets_};
#undef FLOWC_CONDITIONS_RULE
#define FLOWC_CONDITIONS_RULE(name) check_##name(check_, use);
#include "rules/rules.def"
#undef FLOWC_CONDITIONS_RULE
#define FLOWC_CONDITIONS_RULE(name)
    }

    Check& check_;
    std::vector<const ConditionSet*> sets_;  ///< of the action at hand
    KnownKeys keys_;
};

}  // namespace

void run(const Flow& flow, const Analysis& analysis, Diagnostics& diagnostics, const SourceFile* text) {
    Check check{flow, analysis, diagnostics, text};
#undef FLOWC_FLOW_RULE
#define FLOWC_FLOW_RULE(name) check_##name(check);
#include "rules/rules.def"
#undef FLOWC_TEXT_RULE
#undef FLOWC_FLOW_RULE
#undef FLOWC_ACTION_RULE
#undef FLOWC_CONDITIONS_RULE
#undef FLOWC_OBJECT_RULE
#undef FLOWC_NAME_RULE
#undef FLOWC_PARAMETER_RULE
    ActionWalk walk(check);
    for (const Action& action : flow.actions) {
        const std::size_t before = diagnostics.items().size();
        walk.action(action);
        auto& found = diagnostics.items();
        for (std::size_t i = before; i < found.size(); ++i) about(action, found[i]);
    }
}

}  // namespace flowc::rules
