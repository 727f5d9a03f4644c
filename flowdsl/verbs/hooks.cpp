#include <algorithm>
#include <array>

#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/words/scalar.hpp"

namespace flowc::dsl {

namespace {

struct Hook {
    std::string_view word;
    std::string_view key;
    bool can_be_off = false;  ///< the console knows how to switch it off
};

constexpr std::array<Hook, 10> hooks{{
    {"customer-queue", "CustomerQueue"},
    {"customer-hold", "CustomerHold"},
    {"customer-whisper", "CustomerWhisper", true},
    {"agent-hold", "AgentHold"},
    {"agent-whisper", "AgentWhisper", true},
    {"disconnect", "CustomerRemaining"},
    {"agent-screen", "DefaultAgentUI"},
    {"disconnect-screen", "DisconnectAgentUI"},
    {"pause", "PauseContact"},
    {"resume", "ResumeContact"},
}};

constexpr auto hook_words = [] {
    std::array<std::string_view, hooks.size()> words{};
    std::transform(hooks.begin(), hooks.end(), words.begin(), [](const Hook& hook) { return hook.word; });
    return words;
}();

const Hook* find_hook(std::string_view word) {
    const auto found = std::find_if(hooks.begin(), hooks.end(), [&](const Hook& hook) { return hook.word == word; });
    return found == hooks.end() ? nullptr : &*found;
}

void write_hook(StepContext& step, Parameters& parameters, const Hook& hook, Node flow) {
    const auto on = flow.is_scalar() ? parse_switch(flow.text()) : std::nullopt;
    if (!on) {
        parameters.object("EventHooks", flow.span()).name(hook.key, ResourceKind::flow, flow);
    } else if (!*on && hook.can_be_off) {
        Parameters configuration = parameters.object("EventHooksConfiguration", flow.span());
        configuration.object(hook.key, flow.span()).boolean("DisableExecution", true, flow.span());
    } else if (*on) {
        step.error(rules::bad_value, flow.span(),
                   "`" + std::string{hook.word} + "` takes the name of a flow, not " + quote(flow.text()));
    } else {
        step.error(rules::bad_value, flow.span(),
                   "only `customer-whisper` and `agent-whisper` can be `off`; name a flow for `" +
                       std::string{hook.word} + "` that does nothing, or leave it out");
    }
}

}  // namespace

static void lower(StepContext& step) {
    if (!step.read_map(step.value(), "hooks", hook_words)) return;
    std::vector<Entry> wanted;
    for (const Entry entry : step.value().entries())
        if (find_hook(entry.key.text())) wanted.push_back(entry);
    if (step.value().size() == 0)
        step.error(rules::bad_value, step.value().span(),
                   "`hooks` is empty; name a hook and its flow, `{agent-whisper: Hello}`");

    const Label failure = step.on_error();
    Label entry_label = unset;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const Hook& hook = *find_hook(wanted[i].key.text());
        ActionDraft& action = step.action(ActionType::UpdateContactEventHooks, hook.word, entry_label);
        {
            Parameters parameters = step.parameters(action);
            write_hook(step, parameters, hook, wanted[i].value);
        }
        entry_label = i + 1 < wanted.size() ? step.label() : unset;
        const Label after = entry_label == unset ? step.next() : entry_label;
        step.leads_to(action, after);
        // A hook that fails and goes on does not take the other hooks of its step with it.
        step.error_branch(action, "NoMatchingError", failure == step.next() ? after : failure);
    }
}

static constexpr ActionType types[] = {ActionType::UpdateContactEventHooks};

extern const VerbInfo verb_hooks;
const VerbInfo verb_hooks{
    .name = "hooks",
    .section = "Route",
    .summary = "names the flows that run at events of the contact, such as waiting, hold, whisper and disconnect",
    .value = OptionKind::map,
    .failure = Failure::next,
    .types = types,
    .example = "hooks: {agent-whisper: Hello}",
    .lower = lower,
};

}  // namespace flowc::dsl
