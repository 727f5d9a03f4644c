#include "flowdsl/verbs/retry.hpp"

namespace flowc::dsl {

namespace {

void write_bot(StepContext& step, Parameters& parameters) {
    const Node bot = step.value();
    if (!bot.is_mapping() || bot.find("arn")) {
        parameters.object("LexV2Bot", bot.span()).name("AliasArn", ResourceKind::lex_alias, bot);
        return;
    }
    static constexpr std::string_view keys[] = {"v1", "alias", "region"};
    step.read_map(bot, "bot", keys);
    Parameters first_version = parameters.object("LexBot", bot.span());
    const auto write = [&](std::string_view name, std::string_view parameter) {
        const Node node = bot.find(name);
        if (!node)
            step.error(rules::missing_option, bot.span(),
                       "a bot of Lex V1 needs `" + std::string{name} + "`; write `{v1: name, alias: …, region: …}`");
        else if (const auto text = step.read_text(node, name)) first_version.text(parameter, *text, node.span());
    };
    write("v1", "Name");
    write("region", "Region");
    write("alias", "Alias");
}

void write_words(StepContext& step, Parameters& parameters) {
    const Node prompt = step.option("prompt");
    const Node first = step.option("first_message");
    if (prompt && first)
        step.error(rules::conflicting_options, first.span(),
                   "a bot begins with `prompt` or with `first_message`, not with both; remove one")
            .labels.push_back({prompt.span(), "the prompt"});
    else if (!prompt && !first)
        step.error(rules::missing_option, step.span(),
                   "this bot begins with nothing; add `prompt`, or in chats `first_message: $.Media.InitialMessage`");
    else if (prompt) parameters.message(step.read_message(prompt));
    else if (const auto text = step.read_text(first, "first_message"))
        parameters.object("LexInitializationData", first.span()).text("InitialMessage", *text, first.span());
}

void write_session(StepContext& step, Parameters& parameters) {
    const Node session = step.option("session");
    if (!session || !step.read_map(session, "session", {}) || session.size() == 0) return;
    Parameters attributes = parameters.object("LexSessionAttributes", session.span());
    for (const auto [name, value] : session.entries())
        if (const auto text = step.read_text(value, name.text())) attributes.text(name.text(), *text, value.span());
}

}  // namespace

static void lower(StepContext& step) {
    const Node intents = step.option("intents");
    const bool gives_up = static_cast<bool>(step.option("give_up"));
    if (intents && !gives_up)
        step.error(rules::missing_option, step.span(),
                   "`bot` with `intents` needs `give_up`: where callers go whom the bot did not understand");
    if (const Node invalid = step.option("invalid"); invalid && !intents)
        step.error(rules::conflicting_options, invalid.span(),
                   "`invalid` does nothing here: without `intents` every answer goes on; remove it");
    const Label give_up = gives_up ? read_give_up(step, unset) : step.on_error(intents ? step.next() : unset);
    Retry retry{step, give_up};
    const Node timeout = step.option("chat_timeout");

    ActionDraft& bot = step.action(ActionType::ConnectParticipantWithLexBot);
    {
        Parameters parameters = step.parameters(bot);
        write_words(step, parameters);
        write_bot(step, parameters);
        write_session(step, parameters);
        if (timeout)
            parameters.object("LexTimeoutSeconds", timeout.span())
                .number("Text", step.duration("chat_timeout"), timeout.span());
    }
    if (intents) step.cases(bot, intents, false);
    if (timeout || step.option("silent")) step.error_branch(bot, "InputTimeLimitExceeded", retry.silent());
    step.error_branch(bot, "NoMatchingCondition", intents ? retry.invalid() : step.next());
    step.error_branch(bot, "NoMatchingError", step.on_error(give_up));
    retry.add_actions();
}

static constexpr ActionType types[] = {ActionType::ConnectParticipantWithLexBot, ActionType::MessageParticipant,
                                       ActionType::Loop};
static constexpr OptionInfo options[] = {
    {.name = "prompt", .kind = OptionKind::message, .summary = "what the caller hears before the bot listens"},
    {.name = "first_message",
     .kind = OptionKind::text,
     .summary = "chat: what the bot receives as the first message, instead of a prompt"},
    {.name = "intents",
     .kind = OptionKind::map,
     .summary = "the bot's intents and where each leads; without them every answer goes on"},
    {.name = "session", .kind = OptionKind::map, .summary = "session attributes that the bot receives, by name"},
    {.name = "chat_timeout",
     .kind = OptionKind::duration,
     .summary = "chat: how long an answer may take",
     .min = 60,
     .max = 604800},
    {.name = "tries",
     .kind = OptionKind::number,
     .default_value = "1",
     .summary = "how often the bot is asked before `give_up`",
     .min = 1,
     .max = 101},
    {.name = "invalid",
     .kind = OptionKind::any,
     .summary = "what is said after an intent that is not listed, or `{say: …, then: …}` to leave at once"},
    {.name = "silent",
     .kind = OptionKind::any,
     .summary = "what is said when no answer came, or `{say: …, then: …}` to leave at once"},
    {.name = "give_up",
     .kind = OptionKind::target,
     .summary = "where callers go whom the bot did not understand; required with `intents`"},
};

extern const VerbInfo verb_bot;
const VerbInfo verb_bot{
    .name = "bot",
    .section = "Ask",
    .summary = "lets an Amazon Lex bot talk to the caller and goes the way of the intent that it finds",
    .value = OptionKind::name,
    .options = options,
    .failure = Failure::own,
    .types = types,
    .example = "{bot: Departments, prompt: Tell us why you call., intents: {Sales: sales}, give_up: sorry}",
    .lower = lower,
    .repeatable = true,
};

}  // namespace flowc::dsl
