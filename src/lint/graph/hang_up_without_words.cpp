#include <algorithm>
#include <tuple>

#include "lint/channels.hpp"
#include "lint/graph/leads_from.hpp"
#include "lint/graph/loops.hpp"
#include "lint/no_condition_holds.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo hang_up_without_words{"hang-up-without-words",
                                     Category::graph,
                                     Severity::note,
                                     "the line is cut on a way on which the caller has heard nothing",
                                     "callers take it for a broken line and call again",
                                     "AWS's reference: a disconnect says nothing by itself",
                                     "the flow takes over from another flow that has spoken and that flowc has not "
                                     "been shown, or no voice contact goes this way"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// The error type of what has failed as a whole, and so has said nothing; by others a prompt that was heard goes on.
constexpr std::string_view failed = "NoMatchingError";

/// The actions of a flow that this rule asks about.
struct Acts {
    explicit Acts(const Lint& lint)
        : speak(lint.with(Effect::speaks)),
          heard(lint.with(Effect::speaks, Effect::waits_for_input, Effect::calls_module, Effect::leaves_to_queue,
                          Effect::leaves_to_third_party, Effect::leaves_to_flow)),
          disconnect(lint.with(Effect::disconnects)) {
        heard |= lint.by_effect.unknown();
    }

    ActionSet speak;
    ActionSet heard;  ///< after these the contact has heard or seen something, or somebody else may have spoken
    ActionSet disconnect;
};

/// Whether a branch is taken when its action has said something.
bool speaks_before(const Acts& acts, ActionId action, const Transition& branch) {
    return acts.heard.has(action) && !(branch.kind == Transition::Kind::error && branch.label == failed);
}

/// Whether a branch is taken when what was to be said could not be: no other words can go before it.
bool fails_to_speak(const Acts& acts, ActionId action, const Transition& branch) {
    return branch.kind == Transition::Kind::error && acts.speak.has(action);
}

/// Whether a way on which nothing was said leads to a disconnect, by another branch than one of a prompt that fails. Of most flows
/// the first words are soon spoken.
bool may_end_in_silence(const Lint& lint, const Acts& acts) {
    ActionWalk walk(lint.flow);
    walk.reach(lint.flow.start);
    while (!walk.done()) {
        const ActionId id = walk.next();
        for (const Transition& branch : lint.flow.transitions_of(lint.flow.actions[id])) {
            if (branch.target == no_action || speaks_before(acts, id, branch)) continue;
            if (acts.disconnect.has(branch.target) && !fails_to_speak(acts, id, branch)) return true;
            walk.reach(branch.target);
        }
    }
    return acts.disconnect.has(lint.flow.start);
}

/// A branch that leads to a disconnect.
struct Way {
    ActionId to;
    const Transition* branch;
    ActionId from;
    bool silent;
};

/// The ways to a disconnect that can be taken, those to one of them together: a NextAction beside branches for every outcome
/// never is.
std::vector<Way> ways_to_disconnects(const Lint& lint, const Acts& acts, const ActionSet& after) {
    std::vector<Way> ways;
    ways.reserve(lint.flow.actions.size());
    for (const ActionId id : lint.reached) {
        const Action& action = lint.flow.actions[id];
        const ActionInfo* row = lint.row(action);
        // Input that is stored goes on by NextAction, whatever a menu does.
        const bool never = row && !row->mirrors.empty() && !row->has(Effect::stores_input);
        for (const Transition& branch : lint.flow.transitions_of(action)) {
            if (branch.target == no_action || (never && branch.kind == Transition::Kind::next)) continue;
            if (!acts.disconnect.has(branch.target) || lint.ways.idle(branch)) continue;
            ways.push_back({branch.target, &branch, id, !after.has(id) && !speaks_before(acts, id, branch)});
        }
    }
    std::sort(ways.begin(), ways.end(), [](const Way& one, const Way& other) {
        return std::tie(one.to, one.from, one.branch) < std::tie(other.to, other.from, other.branch);
    });
    return ways;
}

/// Whether somebody who listens goes this way because of a value, or because a Lambda has failed; what else fails does so rarely.
bool is_heard(const Lint& lint, const Way& way) {
    const bool fails = way.branch->kind == Transition::Kind::error && way.branch->label != no_condition_holds;
    if (fails && !has_any(lint.row(lint.flow.actions[way.from]), {Effect::replaces_external})) return false;
    return (lint.channels.along(way.from, *way.branch) & voice_alone) != 0;
}

}  // namespace

void check_hang_up_without_words(const Lint& lint) {
    if (!lint.whole) return;
    // Where a caller comes from another flow, or has spoken to somebody, this flow need not be the one that speaks.
    if (lint.flow.type != FlowType::contact_flow && lint.flow.type != FlowType::unknown) return;
    if (lint.reached_with(Effect::speaks).empty()) return;
    const Acts acts(lint);
    if (!may_end_in_silence(lint, acts) || lint.others.may_lead_to(lint.flow)) return;
    const ActionSet after = leads_from(
        lint, acts.heard, [&](ActionId id, const Transition& branch) { return speaks_before(acts, id, branch); });
    const std::vector<Way> all = ways_to_disconnects(lint, acts, after);
    for (std::size_t first = 0, last = 0; first < all.size(); first = last) {
        const ActionId id = all[first].to;
        while (last < all.size() && all[last].to == id) ++last;
        if ((lint.channels.at(id) & voice_alone) == 0) continue;
        const std::span<const Way> ways = std::span(all).subspan(first, last - first);
        if (!after.has(id)) {
            const auto fails = [&](const Way& way) { return fails_to_speak(acts, way.from, *way.branch); };
            if (std::all_of(ways.begin(), ways.end(), fails)) continue;
            lint.report(
                id, rules::hang_up_without_words, lint.flow.actions[id].identifier_span,
                lint.flow.type == FlowType::contact_flow
                    ? "the caller is cut off here without having heard a word; say why before, or lead the way to "
                      "another ending"
                    : "if nobody has spoken before this flow, the caller is cut off here without having heard a word; "
                      "say why before, or lead the way to another ending");
            continue;
        }
        // Others have heard something: one disconnect may be the end of many ways. Where the flow's type is not known,
        // another flow may come before it.
        if (lint.flow.type != FlowType::contact_flow) continue;
        Span told;
        for (const Way& way : ways) {
            if (!way.silent || !is_heard(lint, way) || way.branch->span == told) continue;
            told = way.branch->span;
            lint.report(way.from, rules::hang_up_without_words, told,
                        "whoever goes this way is cut off without having heard a word; say why before, or "
                        "lead it to another ending");
        }
    }
}

}  // namespace flowc::lint
