#include <algorithm>
#include <array>

#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/cannot_fail.hpp"
#include "flowdsl/verbs/contact_lens.hpp"
#include "flowdsl/verbs/only_with.hpp"
#include "flowdsl/words/scalar.hpp"

namespace flowc::dsl {

namespace {

constexpr std::array<ServiceWord, 2> parties{{{"agent", "Agent"}, {"customer", "Customer"}}};

/// Which keys the map of a `record` may hold, by its channel; the older form has none.
std::span<const std::string_view> keys_of(std::string_view channel) {
    static constexpr std::array<std::string_view, 5> any{"who", "screen", "ivr", "contact_lens", "channel"};
    static constexpr std::array<std::string_view, 4> voice{"channel", "who", "ivr", "contact_lens"};
    static constexpr std::array<std::string_view, 2> chat{"channel", "contact_lens"};
    static constexpr std::array<std::string_view, 2> screen{"channel", "screen"};
    if (channel == "voice") return voice;
    if (channel == "chat") return chat;
    if (channel == "screen") return screen;
    return any;
}

/// Which sides of the call a `record` names.
struct Sides {
    bool agent = false;
    bool customer = false;
    bool others = false;  ///< words that are none, and were reported

    bool both() const { return agent && customer; }
};

Sides sides_of(Node record) {
    Sides sides;
    const auto add = [&](Node word) {
        if (parse_switch(word.text()) == false) return;  // nobody
        (word.text() == "agent" ? sides.agent : word.text() == "customer" ? sides.customer : sides.others) = true;
    };
    const Node who = record.find("who");
    if (who && !who.is_sequence()) add(who);
    for (const Node item : who.items()) add(item);
    return sides;
}

/// Whether something is said of Contact Lens that is to be written. It hears both sides or nothing, and where one alone is
/// recorded `off` is what it is anyway.
bool writes_analytics(StepContext& step, Node record) {
    const Node lens = record.find("contact_lens");
    const Sides sides = sides_of(record);
    if (!lens) return false;
    const bool analyses = asks_for_analysis(step, lens);
    if (sides.both() || sides.others) return true;
    if (!analyses) return !lens.is_scalar() || parse_switch(lens.text()) != false;
    const Node who = record.find("who");
    step.error(rules::conflicting_options, (who ? who : lens).span(),
               "`contact_lens` analyses contacts that are recorded on both sides; write `who: [agent, customer]`");
    return true;
}

void write_recorded(StepContext& step, Parameters& behavior, Node record) {
    if (const Node who = record.find("who")) write_words(step, behavior, "RecordedParticipants", who, "who", parties);
    else behavior.list("RecordedParticipants", record.span());
}

void write_ivr(StepContext& step, Parameters& behavior, Node record) {
    if (const Node ivr = record.find("ivr"))
        if (const auto on = step.read_switch(ivr, "ivr"))
            behavior.literal("IVRRecordingBehavior", *on ? "Enabled" : "Disabled", ivr.span());
}

void write_screen(StepContext& step, Parameters& behavior, Node screen, Span span) {
    const bool on = !screen || step.read_switch(screen, "screen").value_or(true);
    Parameters participants = behavior.list("ScreenRecordedParticipants", span);
    if (on) participants.literal({}, "Agent", span);
}

/// The older action, for every channel at once; the service knows no error branch for it.
void record_contact(StepContext& step, Node record) {
    // A channel that is misspelt was reported.
    if (!record.find("channel")) {
        only_with(step, "record: {channel: …}", {"mismatch", "redaction_failed"});
        refuse_on_error(step, "record");
    } else {
        step.on_error();
    }
    ActionDraft& action = step.action(ActionType::UpdateContactRecordingBehavior);
    step.leads_to(action, step.next());
    Parameters parameters = step.parameters(action);
    {
        Parameters behavior = parameters.object("RecordingBehavior", record.span());
        write_recorded(step, behavior, record);
        if (const Node screen = record.find("screen")) write_screen(step, behavior, screen, screen.span());
        write_ivr(step, behavior, record);
    }
    if (!writes_analytics(step, record)) return;
    const Node lens = record.find("contact_lens");
    Parameters analytics = parameters.object("AnalyticsBehavior", lens.span());
    write_analytics(step, analytics, lens);
}

void write_voice(StepContext& step, Parameters& parameters, Node record) {
    const Node lens = record.find("contact_lens");
    const bool analytics_are_written = writes_analytics(step, record);
    if (!record.find("who") && !record.find("ivr") && !analytics_are_written)
        step.error(rules::missing_option, record.span(), "say what to record: `who`, and for prompts `ivr`");
    Parameters voice = parameters.object("VoiceBehavior", record.span());
    if (record.find("who") || record.find("ivr")) {
        Parameters behavior = voice.object("VoiceRecordingBehavior", record.span());
        write_recorded(step, behavior, record);
        write_ivr(step, behavior, record);
    }
    if (!analytics_are_written) return;
    Parameters analytics = voice.object("VoiceAnalyticsBehavior", lens.span());
    write_channel_analytics(step, analytics, lens, "voice");
}

void write_chat(StepContext& step, Parameters& parameters, Node record) {
    const Node lens = record.find("contact_lens");
    if (!lens) {
        step.error(rules::missing_option, record.span(), "a chat needs `contact_lens`, a map or `off`");
        return;
    }
    Parameters chat = parameters.object("ChatBehavior", record.span());
    Parameters analytics = chat.object("ChatAnalyticsBehavior", lens.span());
    asks_for_analysis(step, lens);
    write_channel_analytics(step, analytics, lens, "chat");
}

/// The newer action, for one channel.
void record_channel(StepContext& step, Node record, std::string_view channel) {
    const bool chat = channel == "chat";
    if (!chat) only_with(step, "record: {channel: chat}", {"redaction_failed"});
    ActionDraft& action = step.action(ActionType::UpdateContactRecordingAndAnalyticsBehavior);
    {
        Parameters parameters = step.parameters(action);
        if (channel == "voice") {
            write_voice(step, parameters, record);
        } else if (chat) {
            write_chat(step, parameters, record);
        } else {
            Parameters behavior = parameters.object("ScreenRecordingBehavior", record.span());
            const Node screen = record.find("screen");
            write_screen(step, behavior, screen, (screen ? screen : record).span());
        }
    }
    step.leads_to(action, step.next());
    step.error_branch(action, "NoMatchingError", step.on_error());
    step.error_branch(action, "ChannelMismatch", step.target("mismatch", step.next()));
    if (chat)
        step.error_branch(action, "InFlightRedactionConfigurationFailed", step.target("redaction_failed", step.next()));
}

}  // namespace

static void lower(StepContext& step) {
    static constexpr std::array<std::string_view, 3> channels{"voice", "chat", "screen"};
    const Node record = step.value();
    if (record.is_scalar()) {
        if (parse_switch(record.text()) != false)
            step.error(rules::bad_value, record.span(),
                       "`record` takes `off`, or says who is recorded: `record: {who: [agent, customer]}`");
        return record_contact(step, record);
    }
    if (!record.is_mapping()) {
        step.read_map(record, "record", {});
        return record_contact(step, record);
    }
    const Node channel = record.find("channel");
    const auto word = step.read_word(channel, "channel", channels);
    step.read_map(record, "record", keys_of(word.value_or(std::string_view{})));
    if (record.size() == 0)
        step.error(rules::bad_value, record.span(),
                   "`record` is empty; write `off`, or say who is recorded: `{who: [agent, customer]}`");
    if (word) record_channel(step, record, *word);
    else record_contact(step, record);
}

static constexpr ActionType types[] = {ActionType::UpdateContactRecordingBehavior,
                                       ActionType::UpdateContactRecordingAndAnalyticsBehavior};
static constexpr OptionInfo options[] = {
    {.name = "mismatch",
     .kind = OptionKind::target,
     .default_value = "next",
     .summary = "with `channel`: where a contact on another channel goes"},
    {.name = "redaction_failed",
     .kind = OptionKind::target,
     .default_value = "next",
     .summary = "with `channel: chat`: where the contact goes when redaction could not be started or stopped"},
};

extern const VerbInfo verb_record;
const VerbInfo verb_record{
    .name = "record",
    .section = "Record",
    .summary = "says who is recorded from here on and what Contact Lens analyses, or switches it off",
    .value = OptionKind::any,
    .options = options,
    .failure = Failure::next,
    .types = types,
    .example = "record: {who: [agent, customer]}",
    .lower = lower,
};

}  // namespace flowc::dsl
