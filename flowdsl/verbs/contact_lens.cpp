#include "flowdsl/verbs/contact_lens.hpp"

#include <array>

#include "flowdsl/lowering/flow_lowering.hpp"
#include "flowdsl/words/scalar.hpp"

namespace flowc::dsl {

namespace {

constexpr std::array<std::string_view, 7> lens_keys{"voice", "chat",      "language", "redact",
                                                    "mask",  "sentiment", "summary"};
constexpr std::array<ServiceWord, 2> voice_modes{{{"realtime", "RealTime"}, {"post-contact", "PostContact"}}};
constexpr std::array<ServiceWord, 3> channel_voice_modes{
    {{"realtime", "RealTime"}, {"post-contact", "PostContact"}, {"automated", "AutomatedInteraction"}}};
constexpr std::array<ServiceWord, 1> summary_modes{{{"post-contact", "PostContact"}}};
constexpr std::array<ServiceWord, 2> channel_summary_modes{
    {{"post-contact", "PostContact"}, {"automated", "AutomatedInteraction"}}};
constexpr std::array<ServiceWord, 2> redactions{{{"both", "RedactedAndOriginal"}, {"redacted", "RedactedOnly"}}};
constexpr std::array<ServiceWord, 2> masks{{{"PII", "PII"}, {"entity-type", "EntityType"}}};

bool is_off(Node node) { return node.is_scalar() && parse_switch(node.text()) == false; }

/// The language that is analysed: `contact_lens` says it, or the head of the flow.
void write_language(StepContext& step, Parameters& behavior, Node lens, bool may_be_reference) {
    constexpr std::string_view key = "AnalyticsLanguage";
    if (const Node language = lens.find("language")) {
        const auto text =
            may_be_reference ? step.read_text(language, "language") : step.read_fixed(language, "language");
        if (text) behavior.text(key, *text, language.span());
    } else if (const std::string_view spoken = step.flow().head().language; !spoken.empty()) {
        behavior.text(key, spoken, lens.span());
    } else {
        step.error(rules::missing_option, lens.span(),
                   "`contact_lens` needs the `language` that is spoken, such as `en-US`; the flow's head names none");
    }
}

void refuse_mask_without_redaction(StepContext& step, Node lens) {
    const Node redact = lens.find("redact");
    const Node mask = lens.find("mask");
    if (mask && (!redact || is_off(redact)))
        step.error(rules::conflicting_options, mask.span(),
                   "`mask` says how redacted words look; add `redact`, or remove it");
}

void write_sentiment_and_summary(StepContext& step, Parameters& behavior, Node lens,
                                 std::span<const ServiceWord> summaries) {
    if (const Node sentiment = lens.find("sentiment"))
        if (const auto on = step.read_switch(sentiment, "sentiment"))
            behavior.object("SentimentConfiguration", sentiment.span()).boolean("Enabled", *on, sentiment.span());
    if (const Node summary = lens.find("summary")) {
        Parameters configuration = behavior.object("SummaryConfiguration", summary.span());
        write_words(step, configuration, "SummaryModes", summary, "summary", summaries);
    }
}

}  // namespace

void write_words(StepContext& step, Parameters& parameters, std::string_view key, Node node, std::string_view what,
                 std::span<const ServiceWord> words) {
    Parameters list = parameters.list(key, node.span());
    if (is_off(node)) return;
    step.each_once(node);
    const auto write = [&](Node item) {
        if (const auto word = service_word(step, item, what, words)) list.literal({}, *word, item.span());
    };
    if (!node.is_sequence()) return write(node);
    for (const Node item : node.items()) write(item);
}

bool asks_for_analysis(StepContext& step, Node contact_lens) {
    if (!contact_lens || is_off(contact_lens)) return false;
    return step.read_map(contact_lens, "contact_lens", lens_keys);
}

void write_analytics(StepContext& step, Parameters& behavior, Node contact_lens) {
    behavior.boolean("Enabled", !is_off(contact_lens), contact_lens.span());
    if (!contact_lens.is_mapping()) return;
    write_language(step, behavior, contact_lens, false);
    const Node redact = contact_lens.find("redact");
    if (redact) behavior.literal("AnalyticsRedactionBehavior", is_off(redact) ? "Disabled" : "Enabled", redact.span());
    if (redact && !is_off(redact))
        if (const auto word = service_word(step, redact, "redact", redactions))
            behavior.literal("AnalyticsRedactionResults", *word, redact.span());
    refuse_mask_without_redaction(step, contact_lens);
    if (const Node mask = contact_lens.find("mask"))
        if (const auto word = service_word(step, mask, "mask", masks))
            behavior.literal("AnalyticsRedactionMaskMode", *word, mask.span());
    const Node chat = contact_lens.find("chat");
    const Node voice = contact_lens.find("voice");
    if (chat || voice) {
        Parameters channels = behavior.object("ChannelConfiguration", contact_lens.span());
        if (chat) {
            const bool on = step.read_switch(chat, "chat").value_or(false);
            Parameters channel = channels.object("Chat", chat.span());
            Parameters modes = channel.list("AnalyticsModes", chat.span());
            if (on) modes.literal({}, "ContactLens", chat.span());
        }
        if (voice) {
            Parameters channel = channels.object("Voice", voice.span());
            write_words(step, channel, "AnalyticsModes", voice, "voice", voice_modes);
        }
    }
    write_sentiment_and_summary(step, behavior, contact_lens, summary_modes);
}

void write_channel_analytics(StepContext& step, Parameters& behavior, Node contact_lens, std::string_view channel) {
    behavior.boolean("Enabled", !is_off(contact_lens), contact_lens.span());
    if (!contact_lens.is_mapping()) return;
    const bool chat_channel = channel == "chat";
    write_language(step, behavior, contact_lens, chat_channel);
    if (const Node other = contact_lens.find(chat_channel ? "voice" : "chat"))
        step.error(rules::conflicting_options, other.span(),
                   "this `record` speaks of the channel `" + std::string{channel} +
                       "` alone; remove it, or write a second `record`");
    const Node own = contact_lens.find(channel);
    if (chat_channel) {
        const bool on = !own || step.read_switch(own, "chat").value_or(true);
        Parameters modes = behavior.list("AnalyticsModes", (own ? own : contact_lens).span());
        if (on) modes.literal({}, "ContactLens", (own ? own : contact_lens).span());
    } else if (own) {
        write_words(step, behavior, "AnalyticsModes", own, "voice", channel_voice_modes);
    }
    refuse_mask_without_redaction(step, contact_lens);
    if (const Node redact = contact_lens.find("redact")) {
        Parameters redaction = behavior.object("ConversationalAnalyticsRedactionConfiguration", redact.span());
        redaction.boolean("Enabled", !is_off(redact), redact.span());
        if (!is_off(redact))
            if (const auto word = service_word(step, redact, "redact", redactions))
                redaction.literal("RedactionResults", *word, redact.span());
        if (const Node mask = contact_lens.find("mask"))
            if (const auto word = service_word(step, mask, "mask", masks))
                redaction.literal("RedactionMaskMode", *word, mask.span());
    }
    write_sentiment_and_summary(step, behavior, contact_lens, channel_summary_modes);
}

}  // namespace flowc::dsl
