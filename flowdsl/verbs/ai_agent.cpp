#include <array>
#include <optional>

#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/texts.hpp"
#include "flowdsl/words/scalar.hpp"

namespace flowc::dsl {

namespace {

void write_agent(StepContext& step, Parameters& parameters) {
    static constexpr std::array<std::string_view, 3> keys{"workspace", "application", "alias"};
    static constexpr std::array<std::string_view, 3> parameter_names{"WorkspaceId", "ApplicationId", "Alias"};
    const Node agent = step.value();
    const Node context = step.option("context");
    Parameters configuration = parameters.object("AgentConfiguration", agent.span());
    if (!step.read_map(agent, "ai_agent", keys)) return;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const Node node = agent.find(keys[i]);
        if (!agent.find_key(keys[i]))
            step.error(rules::missing_option, agent.span(), "an agent needs its `" + std::string{keys[i]} + "`");
        if (const auto text = step.read_text(node, keys[i])) configuration.text(parameter_names[i], *text, node.span());
    }
    if (context && step.read_map(context, "context", {})) {
        Parameters variables = configuration.object("ContextVariables", context.span());
        write_texts(step, variables, context);
    }
}

/// `1500ms`, or a duration in whole seconds.
std::optional<long> read_milliseconds(StepContext& step, Node node, std::string_view what) {
    if (node.is_scalar() && node.text().ends_with("ms"))
        if (const auto count = parse_number(node.text().substr(0, node.text().size() - 2)); count && *count >= 0)
            return count;
    const auto seconds = step.read_duration(node, what, 0, 0);
    if (!seconds) return std::nullopt;
    return *seconds * 1000;
}

/// What is heard while the agent thinks.
void write_filler(StepContext& step, Parameters& parameters, Node filler) {
    static constexpr std::array<std::string_view, 4> keys{"sound", "after", "at_least", "answer_after"};
    Parameters audio = parameters.object("AudioFillerConfiguration", filler.span());
    if (filler.is_scalar()) {
        audio.boolean("Enabled", step.read_switch(filler, "filler").value_or(true), filler.span());
        return;
    }
    audio.boolean("Enabled", true, filler.span());
    if (!step.read_map(filler, "filler", keys)) return;
    const Node sound = filler.find("sound");
    if (const auto word = step.read_fixed(sound, "sound")) audio.literal("AudioType", *word, sound.span());
    const auto write = [&](std::string_view key, std::string_view word) {
        const Node node = filler.find(word);
        if (const auto time = read_milliseconds(step, node, word)) audio.number(key, *time, node.span());
    };
    write("StartDelayInMilliseconds", "after");
    write("MinimumPlayDurationInMilliseconds", "at_least");
    write("ResponseDeliveryDelayInMilliseconds", "answer_after");
}

}  // namespace

static void lower(StepContext& step) {
    const Node speech = step.option("speech");
    const Label give_up = step.target("give_up", step.next());
    ActionDraft& agent = step.action(ActionType::ConnectParticipantWithAgenticCX);
    {
        Parameters parameters = step.parameters(agent);
        write_agent(step, parameters);
        if (const auto engine = step.read_fixed(speech, "speech"))
            parameters.object("SpeechRecognitionConfiguration", speech.span())
                .literal("SpeechRecognitionEngine", *engine, speech.span());
        if (const Node filler = step.option("filler")) write_filler(step, parameters, filler);
    }
    step.leads_to(agent, step.next());
    step.condition(agent, "Equals", "Escalation", step.target("escalate", step.next()));
    step.error_branch(agent, "InputTimeLimitExceeded", step.target("late", give_up));
    step.error_branch(agent, "NoMatchingCondition", give_up);
    step.error_branch(agent, "NoMatchingError", step.on_error(give_up));
}

static constexpr ActionType types[] = {ActionType::ConnectParticipantWithAgenticCX};
static constexpr OptionInfo options[] = {
    {.name = "context",
     .kind = OptionKind::map,
     .summary = "texts that the agent knows from the start, by name, at most ten"},
    {.name = "speech",
     .kind = OptionKind::text,
     .summary = "the service's word for what recognises speech, such as `AMAZON_AGENTIC_VOICE`"},
    {.name = "filler",
     .kind = OptionKind::any,
     .summary = "what is heard while the agent thinks: `on`, `off`, or `{sound, after, at_least, answer_after}`"},
    {.name = "escalate",
     .kind = OptionKind::target,
     .summary = "where the customer goes who wants a person",
     .required = true},
    {.name = "late",
     .kind = OptionKind::target,
     .default_value = "give_up",
     .summary = "chat: where the customer goes who says nothing any more"},
    {.name = "give_up",
     .kind = OptionKind::target,
     .summary = "where the customer goes when the agent fails or ends in a way that nobody named",
     .required = true},
};

extern const VerbInfo verb_ai_agent;
const VerbInfo verb_ai_agent{
    .name = "ai_agent",
    .section = "Ask",
    .summary = "lets an agentic application talk to the customer until it is done or a person is wanted",
    .value = OptionKind::map,
    .options = options,
    .failure = Failure::own,
    .types = types,
    .example = "{ai_agent: {workspace: w-1, application: a-1, alias: live}, escalate: person, give_up: sorry}",
    .lower = lower,
};

}  // namespace flowc::dsl
