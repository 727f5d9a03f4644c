#include <algorithm>

#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/run_time_value.hpp"
#include "source/ascii.hpp"

namespace flowc::dsl {

namespace {

/// The words without those that differ from an earlier one in case alone.
std::vector<std::string_view> different(std::span<const std::string_view> words) {
    std::vector<std::string_view> kept;
    for (const std::string_view word : words)
        if (std::none_of(kept.begin(), kept.end(), [&](std::string_view other) { return same_word(word, other); }))
            kept.push_back(word);
    return kept;
}

/// A word of a list that the catalogue knows as open: its spelling where it is known, and a doubt where
/// it is not, because the service looks at it only when somebody is on the line.
void write_word(StepContext& step, Parameters& parameters, std::string_view key, Node node, std::string_view what) {
    const auto word = step.read_text(node, what);
    if (!word) return;
    const auto& row = *find_parameter(info(ActionType::UpdateContactTextToSpeechVoice).parameters, key);
    for (const std::string_view known : row.values)
        if (same_word(known, *word)) return parameters.literal(key, known, node.span());
    if (!is_run_time_value(node)) {
        const std::string_view near = nearest(*word, row.values);
        step.warn(rules::bad_value, node.span(),
                  "nobody has seen the " + std::string{what} + " " + quote(*word) + "; " +
                      (near.empty() ? "the service knows " + list(different(row.values), "and")
                                    : "did you mean " + quote(near) + "?"));
    }
    parameters.text(key, *word, node.span());
}

}  // namespace

static void lower(StepContext& step) {
    const Node value = step.value();
    Node name = value;
    if (value.is_mapping()) {
        static constexpr std::string_view keys[] = {"name", "engine", "style"};
        step.read_map(value, "voice", keys);
        name = value.find("name");
        const std::size_t others = (value.find("engine") ? 1u : 0u) + (value.find("style") ? 1u : 0u);
        if (!name && value.size() == others)
            step.error(rules::missing_option, value.span(), "this voice has no name; write `{name: Joanna, …}`");
    }
    ActionDraft& voice = step.action(ActionType::UpdateContactTextToSpeechVoice);
    {
        Parameters parameters = step.parameters(voice);
        if (const auto text = step.read_text(name, "voice")) parameters.text("TextToSpeechVoice", *text, name.span());
        if (const Node engine = value.find("engine"))
            write_word(step, parameters, "TextToSpeechEngine", engine, "engine");
        if (const Node style = value.find("style")) write_word(step, parameters, "TextToSpeechStyle", style, "style");
    }
    step.leads_to(voice, step.next());
    if (const Label failure = step.on_error(); failure != no_branch)
        step.error_branch(voice, "NoMatchingError", failure);
}

static constexpr ActionType types[] = {ActionType::UpdateContactTextToSpeechVoice};

extern const VerbInfo verb_voice;
const VerbInfo verb_voice{
    .name = "voice",
    .section = "Talk",
    .summary = "sets the voice that speaks texts from here on; a map gives its `name`, `engine` and `style`",
    .value = OptionKind::any,
    .failure = Failure::unwritten,
    .types = types,
    .example = "voice: Joanna",
    .lower = lower,
};

}  // namespace flowc::dsl
