#include "lint/channels.hpp"

#include "ir/follow_ways.hpp"
#include "rules/value.hpp"

namespace flowc::lint {

namespace {

/// The bit of a channel's word; 0: no channel.
Channels channel_bit(std::string_view word) {
    for (std::size_t i = 0; i < channel_words.size(); ++i)
        if (channel_words[i] == word) return static_cast<Channels>(1u << i);
    return 0;
}

bool takes_conditions(const Action& action) {
    return action.type != ActionType::unknown &&
           info(action.type).conditions.allowed == ConditionsInfo::Allowed::always;
}

}  // namespace

ChannelFlow::ChannelFlow(const Flow& flow, const Analysis& graph, const std::vector<Use>& uses, unsigned spaces)
    : flow_(flow), branches_(flow.actions.size()) {
    if (flow.start == no_action || !is_one_of(spaces, Space::channel)) return;
    // An action branches on the channel if its one reference is `$.Channel`.
    for (const Use& use : uses) {
        if (use.space != Space::channel || !takes_conditions(flow.actions[use.action])) continue;
        branches_.add(use.action);
        divides_ = true;
    }
    if (!divides()) return;
    named_.resize(flow.actions.size(), 0);
    for (const ActionId id : branches_)
        for (const Transition& branch : flow.transitions_of(flow.actions[id]))
            named_[id] = static_cast<Channels>(named_[id] | asked_by(branch));
    // Bits only ever come in, at most four to an action.
    at_.resize(flow.actions.size(), 0);
    at_[flow.start] = all_channels;
    follow_ways(flow, graph, [&](ActionId id, const Transition& branch) {
        Channels& there = at_[branch.target];
        const auto both = static_cast<Channels>(there | along(id, branch));
        const bool changed = both != there;
        there = both;
        return changed;
    });
}

Channels ChannelFlow::along(ActionId id, const Transition& branch) const {
    const Channels before = at(id);
    if (!divides() || !branches_.has(id)) return before;
    if (branch.kind != Transition::Kind::condition) return static_cast<Channels>(before & ~named_[id]);
    const Channels asked = asked_by(branch);
    return asked != 0 ? static_cast<Channels>(before & asked) : before;
}

/// The channel that a condition asks for; 0: none, or it asks for something else.
Channels ChannelFlow::asked_by(const Transition& branch) const {
    if (branch.kind != Transition::Kind::condition || branch.operands == no_node || branch.label != "Equals") return 0;
    const Node operands = flow_.node(branch.operands);
    if (operands.size() != 1) return 0;
    const auto word = rules::literal(*operands.items().begin());
    return word ? channel_bit(*word) : Channels{0};
}

}  // namespace flowc::lint
