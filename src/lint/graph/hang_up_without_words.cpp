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

/// After these the contact has heard or seen something, or somebody else may have spoken.
constexpr Effects heard{Effect::speaks,          Effect::waits_for_input,       Effect::calls_module,
                        Effect::leaves_to_queue, Effect::leaves_to_third_party, Effect::leaves_to_flow};

/// The error type of what has failed as a whole, and so has said nothing; by others a prompt that was heard goes on.
constexpr std::string_view failed = "NoMatchingError";

/// Whether a branch is taken when its action has said something.
bool speaks_before(const Lint& lint, const Action& action, const Transition& branch) {
    const ActionInfo* row = lint.row(action);
    return (!row || has_any(row, heard)) && !(branch.kind == Transition::Kind::error && branch.label == failed);
}

/// Whether a branch is taken when what was to be said could not be: no other words can go before it.
bool fails_to_speak(const Lint& lint, const Action& action, const Transition& branch) {
    return branch.kind == Transition::Kind::error && has_any(lint.row(action), {Effect::speaks});
}

/// Whether a way on which nothing was said leads to a disconnect, by another branch than one of a prompt that fails. Of most flows
/// the first words are soon spoken.
bool may_end_in_silence(const Lint& lint) {
    std::vector<bool> met(lint.flow.actions.size(), false);
    std::vector<ActionId> open{lint.flow.start};
    met[lint.flow.start] = true;
    while (!open.empty()) {
        const Action& action = lint.flow.actions[open.back()];
        open.pop_back();
        for (const Transition& branch : lint.flow.transitions_of(action)) {
            if (branch.target == no_action || speaks_before(lint, action, branch)) continue;
            const bool ends = has_any(lint.row(lint.flow.actions[branch.target]), {Effect::disconnects});
            if (ends && !fails_to_speak(lint, action, branch)) return true;
            if (met[branch.target]) continue;
            met[branch.target] = true;
            open.push_back(branch.target);
        }
    }
    return has_any(lint.row(lint.flow.actions[lint.flow.start]), {Effect::disconnects});
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
std::vector<Way> ways_to_disconnects(const Lint& lint, const std::vector<bool>& after) {
    std::vector<Way> ways;
    ways.reserve(lint.flow.actions.size());
    for (ActionId id = 0; id < lint.flow.actions.size(); ++id) {
        const Action& action = lint.flow.actions[id];
        if (!lint.graph.reachable(id)) continue;
        const ActionInfo* row = lint.row(action);
        // Input that is stored goes on by NextAction, whatever a menu does.
        const bool never = row && !row->mirrors.empty() && !row->has(Effect::stores_input);
        for (const Transition& branch : lint.flow.transitions_of(action)) {
            if (branch.target == no_action || (never && branch.kind == Transition::Kind::next)) continue;
            if (lint.ways.idle(branch)) continue;
            if (!has_any(lint.row(lint.flow.actions[branch.target]), {Effect::disconnects})) continue;
            ways.push_back({branch.target, &branch, id, !after[id] && !speaks_before(lint, action, branch)});
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
    bool speaks = false;
    for (const Action& action : lint.flow.actions)
        speaks = speaks || (lint.reachable(action) && has_any(lint.row(action), {Effect::speaks}));
    if (!speaks || !may_end_in_silence(lint) || lint.others.may_lead_to(lint.flow)) return;
    const std::vector<bool> after = leads_from(
        lint, [&](const Action& action, const Transition& branch) { return speaks_before(lint, action, branch); });
    const std::vector<Way> all = ways_to_disconnects(lint, after);
    for (std::size_t first = 0, last = 0; first < all.size(); first = last) {
        const ActionId id = all[first].to;
        while (last < all.size() && all[last].to == id) ++last;
        if ((lint.channels.at(id) & voice_alone) == 0) continue;
        const std::span<const Way> ways = std::span(all).subspan(first, last - first);
        if (!after[id]) {
            const auto fails = [&](const Way& way) {
                return fails_to_speak(lint, lint.flow.actions[way.from], *way.branch);
            };
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
