#include "flowdsl/verbs/across.hpp"

namespace flowc::dsl {

namespace {

/// The author's words with the ordinal put in, escaped; references in them stay.
std::string introduce(StepContext& step, std::string_view intro, std::size_t index) {
    constexpr std::string_view mark = "{nth}";
    std::string words;
    for (std::size_t at = intro.find(mark); at != std::string_view::npos; at = intro.find(mark)) {
        words.append(intro.substr(0, at)).append(step.ordinal(index));
        intro.remove_prefix(at + mark.size());
    }
    return escape_ssml(words.append(intro));
}

/// A reference as it stands in a text: `{vanity1}`, or a path of the service's own.
std::string in_text(std::string_view reference) {
    const bool ready = reference.starts_with('$') || reference.starts_with('{');
    return ready ? std::string{reference} : "{" + std::string{reference} + "}";
}

struct Manner {
    std::string_view as;
    std::string_view rate;
    std::string intro;
};

std::string markup(StepContext& step, const Manner& manner, std::size_t index, std::string_view reference) {
    const bool paced = manner.rate != "medium";
    std::string ssml = "<speak>";
    if (!manner.intro.empty()) ssml += introduce(step, manner.intro, index) + " ";
    if (paced) ssml.append("<prosody rate=\"").append(manner.rate).append("\">");
    ssml.append("<say-as interpret-as=\"").append(manner.as).append("\">");
    ssml += in_text(reference) + "</say-as>";
    if (paced) ssml += "</prosody>";
    return ssml + "</speak>";
}

std::vector<Node> read_fields(StepContext& step) {
    std::vector<Node> fields;
    const Node value = step.value();
    if (!value.is_sequence()) {
        if (step.read_text(value, "read_back")) fields.push_back(value);
        return fields;
    }
    for (const Node field : value.items())
        if (step.read_text(field, "read_back")) fields.push_back(field);
    if (value.size() == 0)
        step.error(rules::bad_value, value.span(), "`read_back` names nothing to read; list the fields, `[code]`");
    return fields;
}

}  // namespace

static void lower(StepContext& step) {
    const std::vector<Node> fields = read_fields(step);
    const Manner manner{step.word("as"), step.word("rate"), step.text("intro")};
    const Label failure = step.on_error();
    Label self = unset;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const bool last = i + 1 == fields.size();
        const Label next = last ? step.next() : step.label();
        const Message message{.kind = Message::Kind::ssml,
                              .text = step.keep(markup(step, manner, i, fields[i].text())),
                              .prompt = {},
                              .span = across(step, fields[i].span(), step.option("intro").span())};
        ActionDraft& say = step.action(ActionType::MessageParticipant, i == 0 ? "" : std::to_string(i + 1), self);
        step.parameters(say).message(message);
        step.leads_to(say, next);
        const bool goes_on = failure == step.next() && !step.has_on_error();
        if (failure != no_branch) step.error_branch(say, "NoMatchingError", goes_on ? next : failure);
        self = next;
    }
}

static constexpr ActionType types[] = {ActionType::MessageParticipant};
static constexpr std::string_view kinds[] = {"characters", "digits", "telephone", "date", "currency"};
static constexpr std::string_view rates[] = {"x-slow", "slow", "medium", "fast", "x-fast"};
static constexpr OptionInfo options[] = {
    {.name = "as",
     .kind = OptionKind::word,
     .default_value = "characters",
     .summary = "what the values are, so that they are spoken as such",
     .words = kinds},
    {.name = "rate",
     .kind = OptionKind::word,
     .default_value = "medium",
     .summary = "how fast they are spoken",
     .words = rates},
    {.name = "intro",
     .kind = OptionKind::text,
     .summary = "what is said before each value; `{nth}` is first, second and so on"},
};

extern const VerbInfo verb_read_back;
const VerbInfo verb_read_back{
    .name = "read_back",
    .section = "Talk",
    .summary = "speaks values one by one, letter by letter or as what they are",
    .value = OptionKind::list,
    .options = options,
    .failure = Failure::prompt,
    .types = types,
    .example = "read_back: [code]",
    .lower = lower,
};

}  // namespace flowc::dsl
