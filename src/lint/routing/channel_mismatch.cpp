#include "lint/lint.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo channel_mismatch{
    "channel-mismatch",
    Category::routing,
    Severity::warning,
    "an action stands on a way that only contacts of a channel go for which it fails",
    "every contact that goes there takes the action's error branch",
    "AWS's reference says for each action on which channels it works, and on which it takes its error branch",
    "never, as far as is known"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

constexpr std::array<std::string_view, 4> channel_words{"VOICE", "CHAT", "TASK", "EMAIL"};  // by `Channel`
using Channels = std::uint8_t;                                                              // bits of `Channel`
constexpr Channels all_channels = 15;

/// The bit of a channel's word; 0: no channel.
Channels channel_bit(std::string_view word) {
    for (std::size_t i = 0; i < channel_words.size(); ++i)
        if (channel_words[i] == word) return static_cast<Channels>(1u << i);
    return 0;
}

/// Whether an action branches on the channel: its one reference is `$.Channel`.
std::vector<bool> branches_on_channel(const Lint& lint) {
    std::vector<bool> branches(lint.flow.actions.size(), false);
    for (const Use& use : lint.uses) {
        const ActionInfo* row = lint.row(lint.flow.actions[use.action]);
        if (use.space == "Channel" && row && row->conditions.allowed == ConditionsInfo::Allowed::always)
            branches[use.action] = true;
    }
    return branches;
}

/// The channels that can go along an edge of an action that branches on the channel.
Channels along(const Lint& lint, const Action& action, const Transition& edge, Channels before) {
    Channels named = 0;
    for (const Transition& branch : lint.flow.transitions_of(action)) {
        if (branch.kind != Transition::Kind::condition || branch.operands == no_node) continue;
        const Node operands = lint.flow.node(branch.operands);
        if (operands.size() != 1) continue;
        const auto word = rules::literal(*operands.items().begin());
        const Channels bit = word && branch.label == "Equals" ? channel_bit(*word) : Channels{0};
        if (&branch == &edge) return bit != 0 ? static_cast<Channels>(before & bit) : before;
        named = static_cast<Channels>(named | bit);
    }
    return static_cast<Channels>(before & ~named);
}

}  // namespace

void check_channel_mismatch(const Lint& lint) {
    const Flow& flow = lint.flow;
    if (flow.start == no_action) return;
    const std::vector<bool> branches = branches_on_channel(lint);
    if (std::find(branches.begin(), branches.end(), true) == branches.end()) return;
    // Bits only ever come in, at most four to an action.
    std::vector<Channels> channels(flow.actions.size(), 0);
    std::vector<ActionId> open{flow.start};
    channels[flow.start] = all_channels;
    while (!open.empty()) {
        const ActionId id = open.back();
        open.pop_back();
        for (const Transition& edge : flow.transitions_of(flow.actions[id])) {
            if (edge.target == no_action) continue;
            const Channels more = branches[id] ? along(lint, flow.actions[id], edge, channels[id]) : channels[id];
            if ((channels[edge.target] | more) == channels[edge.target]) continue;
            channels[edge.target] = static_cast<Channels>(channels[edge.target] | more);
            open.push_back(edge.target);
        }
    }
    for (ActionId id = 0; id < flow.actions.size(); ++id) {
        const ActionInfo* row = lint.row(flow.actions[id]);
        if (!row || channels[id] == 0 || channels[id] == all_channels) continue;
        std::vector<std::string_view> words;
        for (std::size_t i = 0; i < channel_words.size(); ++i) {
            if (((channels[id] >> i) & 1u) == 0) continue;
            if (row->channels[i] != ChannelUse::error_branch && row->channels[i] != ChannelUse::no) {
                words.clear();
                break;
            }
            words.push_back(channel_words[i]);
        }
        if (words.empty()) continue;
        lint.diagnostics.report(rules::channel_mismatch, flow.actions[id].type_span,
                                rules::text({"only ", rules::listed(words, "and"), " contacts get here, and ",
                                             quote(row->name), " fails for them; lead them another way"}));
    }
}

}  // namespace flowc::lint
