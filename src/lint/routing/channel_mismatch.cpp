#include "lint/channels.hpp"
#include "lint/lint.hpp"
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

void check_channel_mismatch(const Lint& lint) {
    const Flow& flow = lint.flow;
    const ChannelFlow& channels = lint.channels;
    for (ActionId id = 0; id < flow.actions.size(); ++id) {
        const ActionInfo* row = lint.row(flow.actions[id]);
        if (!row || channels.at(id) == 0 || channels.at(id) == all_channels) continue;
        std::vector<std::string_view> words;
        for (std::size_t i = 0; i < channel_words.size(); ++i) {
            if (((channels.at(id) >> i) & 1u) == 0) continue;
            if (row->channels[i] != ChannelUse::error_branch && row->channels[i] != ChannelUse::no) {
                words.clear();
                break;
            }
            words.push_back(channel_words[i]);
        }
        if (words.empty()) continue;
        lint.report(id, rules::channel_mismatch, flow.actions[id].type_span,
                    rules::text({"only ", rules::listed(words, "and"), " contacts get here, and ", quote(row->name),
                                 " fails for them; lead them another way"}));
    }
}

}  // namespace flowc::lint
