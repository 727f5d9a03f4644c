#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ir/placeholder.hpp"
#include "rules/branches.hpp"
#include "rules/fix.hpp"
#include "rules/form.hpp"
#include "rules/nearest_action.hpp"
#include "rules/ways.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo dangling_transition{
    "dangling-transition",
    Category::validity,
    Severity::error,
    "a transition leads to no action of the flow",
    "the service refuses the flow: \"Invalid Action property value. Path: Actions[N].Transitions.NextAction\"",
    "the service's message as a third party recorded it; AWS's reference: NextAction is the Identifier of an action",
    "another file is joined to this one before the service sees it"};

namespace {

/// Every search looks at all identifiers.
constexpr int most_suggestions = 16;
/// Nobody reads more places of one fault.
constexpr std::size_t most_places = 8;

/// An identifier that no action has, and what leads there: one fault, for an action was renamed, or left out.
struct Missing {
    std::string_view identifier;
    std::vector<Span> places;
    std::vector<Node> words;             ///< the values there, where the flow has a text
    std::vector<ActionId> goes_on_from;  ///< none of these is meant: nothing goes on with itself
};

std::vector<Missing> find_missing(Check check) {
    const Flow& flow = check.flow;
    std::vector<Missing> all;
    std::unordered_map<std::string_view, std::size_t> known;
    const std::vector<BranchCount>& branches = check.analysis.branches(flow);
    for (ActionId id = 0; id < flow.actions.size(); ++id) {
        if (!branches[id].dangling) continue;
        const Action& action = flow.actions[id];
        take_form(check, action);
        for (const Transition& transition : flow.transitions_of(action)) {
            if (transition.target != no_action || !names_target(check, transition)) continue;
            if (is_idle(check, action, transition)) continue;
            if (transition.target_name.empty()) {
                check.diagnostics.report(dangling_transition, transition.span,
                                         "the transition leads nowhere; name the action that comes next");
                continue;
            }
            if (flow.is_open || has_placeholder(transition.target_name)) continue;
            const auto [at, is_new] = known.emplace(transition.target_name, all.size());
            if (is_new) all.push_back({transition.target_name, {}, {}, {}});
            Missing& missing = all[at->second];
            missing.places.push_back(transition.span);
            const Node node = flow.node(transition.node);
            if (const Node word = node.is_mapping() ? node.find("NextAction") : node) missing.words.push_back(word);
            if (transition.kind == Transition::Kind::next) missing.goes_on_from.push_back(id);
        }
    }
    return all;
}

/// An action without an identifier is the fault, and the one that is meant where none is a slip of the hand away: takes out
/// what may be such an action, and says where more are missing than there can be.
void take_unnamed(Check& check, std::vector<Missing>& all) {
    const auto& actions = check.flow.actions;
    const auto unnamed =
        std::count_if(actions.begin(), actions.end(), [](const Action& action) { return action.identifier.empty(); });
    if (unnamed == 0) return;
    int compared = 0;
    const auto rest = std::stable_partition(all.begin(), all.end(), [&](const Missing& missing) {
        return compared++ < most_suggestions && std::any_of(actions.begin(), actions.end(), [&](const Action& action) {
                   return is_slip(missing.identifier, action.identifier);
               });
    });
    if (all.end() - rest > unnamed) {
        std::vector<std::string_view> names;
        for (auto missing = rest; missing != all.end(); ++missing) names.push_back(missing->identifier);
        Diagnostic& found =
            check.diagnostics.report(dangling_transition, rest->places.front(),
                                     text({"no action has the identifiers ", listed(names, "and"), ", and only ",
                                           counted(static_cast<std::size_t>(unnamed), "action"),
                                           " without one can be meant; name actions of this flow"}));
        for (auto missing = rest + 1; missing != all.end() && found.labels.size() < most_places; ++missing)
            found.labels.push_back({missing->places.front(), "and here"});
    }
    all.erase(rest, all.end());
}

}  // namespace

void check_dangling_transition(Check& check) {
    const Flow& flow = check.flow;
    int suggestions = 0;
    std::vector<Missing> all = find_missing(check);
    if (!all.empty()) take_unnamed(check, all);
    for (const Missing& missing : all) {
        const ActionId meant = suggestions++ < most_suggestions
                                   ? nearest_action(flow, missing.identifier, missing.goes_on_from)
                                   : no_action;
        Diagnostic& found = check.diagnostics.report(
            dangling_transition, missing.places.front(),
            text({"no action has the identifier ", quote(missing.identifier),
                  meant == no_action ? "; name an action of this flow"
                                     : text({"; did you mean ", quote(flow.actions[meant].identifier), "?"})}));
        for (std::size_t i = 1; i < missing.places.size() && i <= most_places; ++i)
            found.labels.push_back({missing.places[i], "and here"});
        if (missing.places.size() > most_places + 1)
            found.labels.back().text +=
                ", and " + std::to_string(missing.places.size() - most_places - 1) + " times more";
        if (meant == no_action || missing.words.empty()) continue;
        std::vector<Edit> edits;
        for (const Node word : missing.words) edits.push_back(fixes::write_text(word, flow.actions[meant].identifier));
        offer(check, found, text({"write `", flow.actions[meant].identifier, "`"}), false, std::move(edits));
    }
}

}  // namespace flowc::rules
