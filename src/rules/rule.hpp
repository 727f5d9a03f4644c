#pragma once

#include <string_view>

#include "catalogue/flow_rule.hpp"
#include "flowc/diagnostic.hpp"
#include "flowc/flow.hpp"
#include "ir/analysis.hpp"
#include "ir/condition.hpp"
#include "ir/value_form.hpp"

/// The frame that every rule hangs in. A rule is one file named after its id: it defines its
/// `RuleInfo` and one `check`, and stands in `rules.def`.
namespace flowc::rules {

/// One parameter, nested property, list item or map value as the walk meets it.
struct ParameterUse {
    const Action& action;
    const ActionInfo& row;
    const ParameterInfo* info;  ///< null: the catalogue knows no such name here
    Node key;                   ///< absent for list items
    Node value;
    Node owner;                               ///< the mapping or sequence that holds it
    std::span<const ParameterInfo> siblings;  ///< the names that may stand here
    const ParameterInfo* parent;              ///< the object, list or map that holds it; null: the action's Parameters
    ValueForm form;
};

/// An action's parameters as a whole, or a nested object: what is looked at for missing and conflicting ones.
struct ObjectUse {
    const Action& action;
    const ActionInfo& row;
    Node object;  ///< absent where an action has no Parameters at all
    Span span;    ///< where to point when something is missing
    std::span<const ParameterInfo> properties;
    std::span<const ParameterRule> rules;
    const ParameterInfo* parent;  ///< the object itself; null: the action's Parameters
    bool free_keys;               ///< nobody has published all of its keys
    Needed needed{};              ///< which of the properties have to be there
    std::uint64_t given = 0;      ///< which of the properties stand in it: bits, by their place
    std::uint64_t filled = 0;     ///< those of them that are no empty text

    bool has(const ParameterInfo& property) const { return (given >> (&property - properties.data())) & 1u; }
};

/// The condition branches of an action, and what the catalogue says of them for its parameters.
struct ConditionsUse {
    const Action& action;
    const ActionInfo& row;
    std::span<const Transition> branches;
    Truth allowed;                              ///< unknown: a value decides that is known later, or words alone say it
    std::span<const ConditionSet* const> sets;  ///< those that hold
};

/// The branches of an action, and which errors of its type they are for.
struct Branches {
    std::span<const Transition> next;
    std::span<const Transition> conditions;
    std::span<const Transition> errors;
    bool dangling = false;           ///< one leads to no action
    std::uint64_t known_errors = 0;  ///< those with a branch, as bits by their places
    bool twice = false;              ///< one of them has two
    bool others = false;             ///< one is for an error that the type does not have, or for none
    /// Those that it lacks in its form, as such bits, without those that a misspelt branch was meant for.
    std::uint64_t missing_errors = 0;
    bool meant_for_missing = false;  ///< the only one for an error that it cannot have was meant for all of them

    bool lacks_error() const { return missing_errors != 0 && !meant_for_missing; }
};

/// What a check sees of the flow, and where it reports.
struct Check {
    const Flow& flow;
    const Analysis& analysis;
    Diagnostics& diagnostics;
    const SourceFile* text = nullptr;  ///< the JSON that the flow was read from, for fixes; null: it was compiled
    Supposed supposed{};     ///< the word that says the form of the action at hand, where that word is the fault
    bool contested = false;  ///< it is not certain of which form the action is
    Branches branches{};     ///< of the action at hand
    const Texts& texts = analysis.texts(flow);

    /// Whether a catalogue condition holds for an action, of the form that it is taken to have.
    Truth holds(const Action& action, Node scope, Condition condition) const {
        return flowc::holds(flow, action, scope, condition, supposed);
    }

    /// Whether it is worth asking what a wrong word of this action was meant to be: no flow of more actions is taken,
    /// and the search costs more than any check.
    bool suggests_for(const Action& action) const { return &action - flow.actions.data() < 250; }

    /// The row of an action's type; null where the type is unknown.
    const ActionInfo* row(const Action& action) const {
        return action.type == ActionType::unknown ? nullptr : &info(action.type);
    }
};

#define FLOWC_TEXT_RULE(name) extern const RuleInfo name;
#define FLOWC_FLOW_RULE(name)   \
    extern const RuleInfo name; \
    void check_##name(Check& check);
#define FLOWC_TYPE_RULE(name, kind) \
    extern const RuleInfo name;     \
    void check_##name(Check& check, const FlowRule& rule);
#define FLOWC_ACTION_RULE(name, fits) \
    extern const RuleInfo name;       \
    void check_##name(Check& check, const Action& action);
#define FLOWC_CONDITIONS_RULE(name) \
    extern const RuleInfo name;     \
    void check_##name(Check& check, const ConditionsUse& use);
#define FLOWC_OBJECT_RULE(name, fits) \
    extern const RuleInfo name;       \
    void check_##name(Check& check, const ObjectUse& use);
#define FLOWC_NAME_RULE(name)   \
    extern const RuleInfo name; \
    void check_##name(Check& check, const ParameterUse& use);
#define FLOWC_PARAMETER_RULE(name, statement, fits) \
    extern const RuleInfo name;                     \
    void check_##name(Check& check, const ParameterUse& use, const ParameterInfo& info);
#include "rules/rules.def"
#undef FLOWC_TEXT_RULE
#undef FLOWC_FLOW_RULE
#undef FLOWC_TYPE_RULE
#undef FLOWC_ACTION_RULE
#undef FLOWC_CONDITIONS_RULE
#undef FLOWC_OBJECT_RULE
#undef FLOWC_NAME_RULE
#undef FLOWC_PARAMETER_RULE

class Ways;
/// Runs every rule of `rules.def` over one flow: the rules of the whole, then one walk of actions and parameters, which tells
/// whoever asks which ways are known.
void run(const Flow& flow, const Analysis& analysis, Diagnostics& diagnostics, const SourceFile* text = nullptr,
         Ways* ways = nullptr);
inline void run(const Flow& flow, Diagnostics& diagnostics) { run(flow, Analysis(flow), diagnostics); }

}  // namespace flowc::rules
