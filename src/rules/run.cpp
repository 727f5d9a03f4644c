#include <array>
#include <vector>

#include "ir/subject.hpp"
#include "rules/conditions.hpp"
#include "rules/error_branches.hpp"
#include "rules/form.hpp"
#include "rules/rule.hpp"
#include "rules/value.hpp"
#include "rules/ways.hpp"

namespace flowc::rules {
namespace {

// Each step of the walk asks the rules of one kind.
#define FLOWC_TEXT_RULE(name)
#define FLOWC_FLOW_RULE(name)
#define FLOWC_TYPE_RULE(name, kind)
#define FLOWC_ACTION_RULE(name, fits)
#define FLOWC_CONDITIONS_RULE(name)
#define FLOWC_OBJECT_RULE(name, fits)
#define FLOWC_NAME_RULE(name)
#define FLOWC_PARAMETER_RULE(name, statement, fits)

constexpr unsigned mask_of(Says statement) { return static_cast<unsigned>(statement); }
constexpr unsigned mask_of(NodeKind kind) { return 1u << static_cast<unsigned>(kind); }

/// What a row can say that a rule holds a value of the form to, but for its type: of most values no row says any of it.
constexpr unsigned held_to(ValueForm form) {
    using enum ValueForm;
    unsigned statements = 0;
#undef FLOWC_PARAMETER_RULE
#define FLOWC_PARAMETER_RULE(name, statement, fits) \
    if (fits) statements |= mask_of(Says::statement);
#include "rules/rules.def"
#undef FLOWC_PARAMETER_RULE
#define FLOWC_PARAMETER_RULE(name, statement, fits)
    return statements & ~(mask_of(Says::type) | mask_of(Says::key_pattern));
}
constexpr unsigned statements_by_form[] = {held_to(ValueForm::other),       held_to(ValueForm::empty),
                                           held_to(ValueForm::placeholder), held_to(ValueForm::reference),
                                           held_to(ValueForm::mixed),       held_to(ValueForm::fixed)};

/// The kinds of JSON that a parameter takes, as bits.
constexpr unsigned kinds_of(ParameterKind kind, JsonType type) {
    constexpr unsigned scalars =
        mask_of(NodeKind::boolean) | mask_of(NodeKind::number) | mask_of(NodeKind::string) | mask_of(NodeKind::alias);
    switch (kind) {
        case ParameterKind::object:
        case ParameterKind::map: return mask_of(NodeKind::mapping);
        case ParameterKind::list: return mask_of(NodeKind::sequence);
        case ParameterKind::json: return ~mask_of(NodeKind::null);
        default: break;
    }
    if (type == JsonType::string) return scalars & ~(mask_of(NodeKind::boolean) | mask_of(NodeKind::number));
    return type == JsonType::number || type == JsonType::boolean ? scalars & ~mask_of(NodeKind::string) : scalars;
}

/// The same of all parameters.
constexpr std::size_t parameter_kinds = static_cast<std::size_t>(ParameterKind::reference) + 1;
constexpr std::size_t json_types = static_cast<std::size_t>(JsonType::array) + 1;
constexpr auto taken_kinds = [] {
    std::array<std::array<std::uint8_t, json_types>, parameter_kinds> kinds{};
    for (std::size_t kind = 0; kind < parameter_kinds; ++kind)
        for (std::size_t type = 0; type < json_types; ++type)
            kinds[kind][type] =
                static_cast<std::uint8_t>(kinds_of(static_cast<ParameterKind>(kind), static_cast<JsonType>(type)));
    return kinds;
}();
constexpr bool takes(const ParameterInfo& info, NodeKind kind) {
    return (taken_kinds[static_cast<std::size_t>(info.kind)][static_cast<std::size_t>(info.json_type)] &
            mask_of(kind)) != 0;
}

/// What the catalogue knows of the keys of the objects that the walk is in, key by key; each is looked up once.
using KnownKeys = std::vector<const ParameterInfo*>;

/// The walk through one action's parameters. It goes as deep as the catalogue's rows do.
class ParameterWalk {
  public:
    ParameterWalk(Check& check, const Action& action, const ActionInfo& row, KnownKeys& keys)
        : check_(check), action_(action), row_(row), keys_(keys) {}

    void object(Node node, Span span, std::span<const ParameterInfo> properties, std::span<const ParameterRule> rules,
                const Needed& needed, const ParameterInfo* parent, bool free_keys) {
        ObjectUse use{action_, row_, node, span, properties, rules, parent, free_keys, needed};
        const Supposed& supposed = check_.supposed;
        const std::size_t outer = keys_.size();
        for (const auto [key, child] : node.entries()) {
            const ParameterInfo* info = keys_.emplace_back(find_parameter(properties, key.text()));
            // A key that stands twice is a fault of the text; the first one counts.
            if (!info || use.has(*info)) continue;
            use.given |= place(use, *info);
            if (!child.is_string() || !child.text().empty()) use.filled |= place(use, *info);
        }
#undef FLOWC_OBJECT_RULE
#define FLOWC_OBJECT_RULE(name, fits) \
    if (fits) check_##name(check_, use);
#include "rules/rules.def"
#undef FLOWC_OBJECT_RULE
#define FLOWC_OBJECT_RULE(name, fits)
        std::uint64_t seen = 0;
        std::size_t next = outer;
        for (const auto [key, child] : node.entries()) {
            const ParameterInfo* info = keys_[next++];
            if (info) {
                if (seen & place(use, *info)) continue;
                seen |= place(use, *info);
            }
            const ValueForm form = check_.texts.form(child);
            const unsigned statements = info ? statements_of(*info, child, form) : 0;
            // Of half of all values there is nothing to ask.
            if (info && statements == 0 && child.is_scalar()) continue;
            value({action_, row_, info, key, child, node, properties, parent, form}, statements);
        }
        keys_.resize(outer);
    }

  private:
    static std::uint64_t place(const ObjectUse& use, const ParameterInfo& property) {
        return std::uint64_t{1} << (&property - use.properties.data());
    }

    /// The statements of its row that a value can be held to.
    static unsigned statements_of(const ParameterInfo& info, Node value, ValueForm form) {
        const unsigned statements = info.says & statements_by_form[static_cast<std::size_t>(form)];
        return takes(info, value.kind()) ? statements : statements | mask_of(Says::type);
    }

    void item(const ParameterUse& use, const ParameterInfo& info, unsigned statements = 0) {
        value(use, statements | statements_of(info, use.value, use.form));
    }

    void value(const ParameterUse& use, unsigned statements) {
        if (!use.info) {
#undef FLOWC_NAME_RULE
#define FLOWC_NAME_RULE(name) check_##name(check_, use);
#include "rules/rules.def"
#undef FLOWC_NAME_RULE
#define FLOWC_NAME_RULE(name)
            return;
        }
        const ParameterInfo& info = *use.info;
        if (statements != 0) hold_to(statements, use, info);
        if (use.value.is_scalar()) return;
        if (info.kind == ParameterKind::object && use.value.is_mapping() &&
            (!info.properties.empty() || info.free_keys)) {
            object(use.value, use.key ? use.key.span() : use.value.span(), info.properties, info.rules, info.needed,
                   &info, info.free_keys);
        }
        if (!info.item) return;
        if (info.kind == ParameterKind::map) {
            for (const auto [key, child] : use.value.entries()) {
                item({action_, row_, info.item, key, child, use.value, {}, &info, check_.texts.form(child)}, *info.item,
                     info.says & mask_of(Says::key_pattern));
            }
        } else if (info.kind == ParameterKind::list) {
            for (const Node child : use.value.items()) {
                item({action_, row_, info.item, Node(), child, use.value, {}, &info, check_.texts.form(child)},
                     *info.item);
            }
        }
    }

    void hold_to(unsigned statements, const ParameterUse& use, const ParameterInfo& info) {
        using enum ValueForm;
        const ValueForm form = use.form;
#undef FLOWC_PARAMETER_RULE
#define FLOWC_PARAMETER_RULE(name, statement, fits) \
    if ((statements & mask_of(Says::statement)) && (fits)) check_##name(check_, use, info);
#include "rules/rules.def"
#undef FLOWC_PARAMETER_RULE
#define FLOWC_PARAMETER_RULE(name, statement, fits)
    }

    Check& check_;
    const Action& action_;
    const ActionInfo& row_;
    KnownKeys& keys_;
};

/// Holds one action after the other to the rules.
class ActionRules {
  public:
    ActionRules(Check& check, Ways* ways) : check_(check), ways_(ways) {
        constexpr std::size_t usual = 16;
        keys_.reserve(usual);
    }

    void action(const Action& action) {
        take_form(check_, action);
        if (ways_) ways_->add(check_, action);
        const ActionInfo* row = check_.row(action);
        const Branches& branches = check_.branches;
        const Texts& texts = check_.texts;
#undef FLOWC_ACTION_RULE
#define FLOWC_ACTION_RULE(name, fits) \
    if (fits) check_##name(check_, action);
#include "rules/rules.def"
#undef FLOWC_ACTION_RULE
#define FLOWC_ACTION_RULE(name, fits)
        if (!row) return;
        conditions(action, *row);
        const Node parameters = check_.flow.node(action.parameters);
        // Parameters that are no object are a fault of the action's shape, or a placeholder.
        if (parameters && !parameters.is_mapping()) return;
        ParameterWalk walk(check_, action, *row, keys_);
        walk.object(parameters, action.type_span, row->parameters, row->rules, row->needed_parameters, nullptr,
                    row->free_parameters);
    }

  private:
    void conditions(const Action& action, const ActionInfo& row) {
        const auto branches = check_.branches.conditions;
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
    Ways* ways_;
    std::vector<const ConditionSet*> sets_;  ///< of the action at hand
    KnownKeys keys_;
};

/// Asks what the catalogue says of the types that the flow has actions of.
void rules_of_types(Check& check) {
    std::array<bool, static_cast<std::size_t>(ActionType::unknown) + 1> present{};
    for (const Action& action : check.flow.actions) present[static_cast<std::size_t>(action.type)] = true;
    for (const FlowRule& rule : flow_rules()) {
        if (!present[static_cast<std::size_t>(rule.type)]) continue;
#undef FLOWC_TYPE_RULE
#define FLOWC_TYPE_RULE(name, of_kind) \
    if (rule.kind == FlowRule::Kind::of_kind) check_##name(check, rule);
#include "rules/rules.def"
#undef FLOWC_TYPE_RULE
#define FLOWC_TYPE_RULE(name, kind)
    }
}

}  // namespace

void run(const Flow& flow, const Analysis& analysis, Diagnostics& diagnostics, const SourceFile* text, Ways* ways) {
    Check check{flow, analysis, diagnostics, text};
#undef FLOWC_FLOW_RULE
#define FLOWC_FLOW_RULE(name) check_##name(check);
#include "rules/rules.def"
#undef FLOWC_FLOW_RULE
#define FLOWC_FLOW_RULE(name)
    rules_of_types(check);
    ActionRules rules(check, ways);
    for (const Action& action : flow.actions) {
        const std::size_t before = diagnostics.items().size();
        rules.action(action);
        auto& found = diagnostics.items();
        for (std::size_t i = before; i < found.size(); ++i) about(action, found[i]);
    }
}

}  // namespace flowc::rules

#undef FLOWC_TEXT_RULE
#undef FLOWC_FLOW_RULE
#undef FLOWC_TYPE_RULE
#undef FLOWC_ACTION_RULE
#undef FLOWC_CONDITIONS_RULE
#undef FLOWC_OBJECT_RULE
#undef FLOWC_NAME_RULE
#undef FLOWC_PARAMETER_RULE
