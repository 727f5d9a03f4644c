#pragma once

#include <span>
#include <string>
#include <vector>

#include "flowc/diagnostic.hpp"
#include "flowc/flow.hpp"
#include "flowc/project_lint.hpp"
#include "forms/text_places.hpp"
#include "ir/analysis.hpp"
#include "ir/effects_so_far.hpp"
#include "ir/values.hpp"
#include "lint/actions_by_effect.hpp"
#include "lint/answers.hpp"
#include "lint/failed_lambdas.hpp"
#include "lint/other_flows.hpp"
#include "lint/uses.hpp"
#include "lint/ways_into.hpp"
#include "lint/written_attributes.hpp"
#include "rules/ways.hpp"
#include "speech/ssml.hpp"

/// What the service accepts and callers or deployers suffer. A rule is one file named after its id, in the folder of
/// its category: it defines its `RuleInfo` and one `check_<name>`, and stands in `lint.def`. It sees a whole flow and
/// the analyses that all rules share; each is made once.
namespace flowc::lint {

/// Something that is wrong with a text in SSML.
struct MarkupFault {
    speech::SsmlFault fault;
    Node text;
    Span span;
    std::string message;
};

class ChannelFlow;
struct ClearInput;
class HeardTexts;
class LanguagesHeard;
struct Menu;

/// A flow as a rule sees it, and where the rule reports.
struct Lint {
    const Flow& flow;
    const LintSettings& settings;
    const OtherFlows& others;
    Diagnostics& diagnostics;
    const Analysis& graph;
    const Texts& texts;
    EffectsSoFar& effects;
    const ActionsByEffect& by_effect;
    const ActionSet& reached;  ///< by some way from the start
    const rules::Ways& ways;
    const ActionSet& open_ways;  ///< from which contacts may go on to a place that is not known
    WaysInto& ways_into;
    /// Every way in the flow leads to an action: only then may a rule say that nothing has happened before.
    bool whole;
    Answers& answers;
    FailedLambdas& failed_lambdas;
    WrittenAttributes& written;
    const std::vector<Use>& uses;  ///< every reference, action by action
    UsePlaces& use_places;
    unsigned spaces;                   ///< of the references, bits
    const std::vector<Value>& values;  ///< every value that the catalogue knows
    const std::vector<Value>& arns;    ///< those that are ARNs as they stand
    const ChannelFlow& channels;
    const LanguagesHeard& languages;
    HeardTexts& heard;
    const std::vector<MarkupFault>& markup;  ///< what is wrong with the SSML of all values
    const std::vector<Menu>& menus;          ///< every menu whose branches are known before the call
    const std::vector<ClearInput>& clear_inputs;

    /// Whether any action of the flow has that effect: most rules have nothing to ask of most flows.
    bool any(Effect effect) const { return (by_effect.effects() >> static_cast<unsigned>(effect)) & 1u; }
    /// The actions of types that have one of the effects.
    template <std::same_as<Effect>... Some>
    ActionSet with(Some... some) const {
        return by_effect.with(some...);
    }
    /// Those of them that are reached.
    template <std::same_as<Effect>... Some>
    ActionSet reached_with(Some... some) const {
        ActionSet set = by_effect.with(some...);
        set &= reached;
        return set;
    }
    /// An empty set of actions.
    ActionSet none() const { return ActionSet(flow.actions.size()); }

    /// Whether any reference is of that namespace.
    bool reads(Space space) const { return is_one_of(spaces, space); }

    /// The row of an action's type; null where the type is unknown.
    const ActionInfo* row(const Action& action) const {
        return action.type == ActionType::unknown ? nullptr : &info(action.type);
    }
    /// The flow was compiled: its texts have been checked where they were read.
    bool compiled() const { return flow.document == no_node; }
    Node parameters(const Action& action) const { return flow.node(action.parameters); }
    /// Where the parts of a scalar's text stand.
    TextPlaces places_in(Node scalar) const { return {others.sources(), scalar, !compiled()}; }
    Span place_of(const Use& use) const { return use_places.of(use); }
    bool reachable(const Action& action) const { return graph.reachable(id_of(action)); }
    /// Reports of one action: where definitions put several of one text into the flow, of this one.
    [[gnu::cold]] Diagnostic& report(const Action& action, const RuleInfo& rule, Span span, std::string message) const;
    [[gnu::cold]] Diagnostic& report(ActionId action, const RuleInfo& rule, Span span, std::string message) const;
    ActionId id_of(const Action& action) const { return static_cast<ActionId>(&action - flow.actions.data()); }
};

#define FLOWC_LINT_RULE(name, speaks_of) void check_##name(const Lint& lint);
#include "lint/lint.def"
#undef FLOWC_LINT_RULE

/// Whether a rule is one of `lint.def`: `check` alone asks those.
bool has(const RuleInfo& rule);

/// Whether any of them is on.
bool any_on(const LintSettings& settings);
/// Runs every rule of `lint.def` that is on over one flow.
void run(const Flow& flow, const Analysis& graph, const rules::Ways& ways, const LintSettings& settings,
         const OtherFlows& others, Diagnostics& diagnostics);

}  // namespace flowc::lint

namespace flowc::rules {

#define FLOWC_LINT_RULE(name, speaks_of) extern const RuleInfo name;
#include "lint/lint.def"
#undef FLOWC_LINT_RULE

}  // namespace flowc::rules
