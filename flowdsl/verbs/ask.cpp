#include <optional>

#include "diagnostics/suggest.hpp"
#include "flowdsl/verbs/attribute_name.hpp"
#include "flowdsl/verbs/retry.hpp"
#include "flowdsl/words/reference.hpp"

namespace flowc::dsl {

namespace {

enum class Asked : std::uint8_t { digits, phone, secret };

/// Nothing where the word is misspelt.
std::optional<Asked> read_kind(StepContext& step) {
    static constexpr std::string_view kinds[] = {"digits", "phone", "secret"};
    const auto kind = step.read_word(step.value(), "ask", kinds);
    if (!kind) return std::nullopt;
    return kind == "phone" ? Asked::phone : kind == "secret" ? Asked::secret : Asked::digits;
}

/// Reports an option that has no meaning for what is asked.
void refuse(StepContext& step, std::string_view option, std::string_view why) {
    if (const Node node = step.option(option))
        step.error(rules::conflicting_options, node.span(),
                   "`" + std::string{option} + "` does nothing here: " + std::string{why} + "; remove it");
}

void check_options(StepContext& step, Asked kind) {
    if (kind == Asked::phone) {
        refuse(step, "max", "the length of a phone number is the country's");
    } else {
        refuse(step, "country", "it belongs to `ask: phone`");
        refuse(step, "invalid", "the service judges only phone numbers");
    }
    if (kind != Asked::secret) refuse(step, "encrypt", "it belongs to `ask: secret`");
}

void write_validation(StepContext& step, Parameters& parameters, Asked kind) {
    Parameters validation = parameters.object("InputValidation", step.value().span());
    if (kind != Asked::phone) {
        const Node max = step.option("max");
        const Span span = max ? max.span() : step.value().span();
        validation.object("CustomValidation", span).number("MaximumLength", step.number("max").value_or(1), span);
        return;
    }
    const Node country = step.option("country");
    const Span span = country ? country.span() : step.value().span();
    Parameters phone = validation.object("PhoneNumberValidation", span);
    if (!country) return phone.literal("NumberFormat", "E164", span);
    phone.literal("NumberFormat", "Local", span);
    const std::string code = step.text("country");
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (!code.empty() && (code.size() != 2 || !capital(code[0]) || !capital(code[1])))
        step.error(rules::bad_value, span,
                   quote(code) + " is not a country; write its two capital letters, such as `US`");
    phone.literal("CountryCode", code, span);
}

void write_encryption(StepContext& step, Parameters& parameters) {
    const Node encrypt = step.option("encrypt");
    if (!encrypt) {
        step.error(rules::missing_option, step.span(),
                   "`ask: secret` needs `encrypt: {key_id: …, key: …}`, or the answer would be stored as it was typed");
        return;
    }
    static constexpr std::string_view keys[] = {"key_id", "key"};
    if (!step.read_map(encrypt, "encrypt", keys)) return;
    Parameters encryption = parameters.object("InputEncryption", encrypt.span());
    const auto write = [&](std::string_view name, std::string_view parameter) {
        const Node node = encrypt.find(name);
        if (!node) step.error(rules::missing_option, encrypt.span(), "`encrypt` needs `" + std::string{name} + "`");
        else if (const auto text = step.read_text(node, name)) encryption.text(parameter, *text, node.span());
    };
    write("key_id", "EncryptionKeyId");
    write("key", "Key");
}

/// The keys that end the input, as the service writes them; empty: nothing that it takes.
std::string read_terminator(StepContext& step, Node node) {
    const auto text = step.read_text(node, "terminator");
    if (!text) return {};
    if (*text == "pound") return "#";
    if (*text == "star") return "*";
    if (text->size() <= 5 && text->find_first_not_of("0123456789*#") == std::string_view::npos)
        return std::string{*text};
    step.error(rules::bad_value, node.span(),
               quote(*text) + " cannot end an input; write `pound`, `star`, or one to five keys such as `\"99\"`");
    return {};
}

void write_keys(StepContext& step, Parameters& parameters) {
    const Node terminator = step.option("terminator");
    const Node between = step.option("between");
    const Node cancel = step.option("cancel");
    const std::string sequence = terminator ? read_terminator(step, terminator) : "#";
    const bool cancels = step.is_on("cancel");
    if (cancels && sequence.find('*') != std::string::npos)
        step.error(
            rules::conflicting_options, terminator.span(),
            "the star key cancels the input, so it cannot end it; add `cancel: off`, or choose another `terminator`");
    const bool other_end = !sequence.empty() && sequence != "#";
    if (!other_end && !between && cancels) return;
    Parameters keys = parameters.object("DTMFConfiguration", step.value().span());
    if (other_end) keys.literal("InputTerminationSequence", sequence, terminator.span());
    if (between) keys.number("InterdigitTimeLimitSeconds", step.duration("between"), between.span());
    if (!cancels) keys.boolean("DisableCancelKey", true, cancel.span());
}

void add_copy(StepContext& step, Node name, Label label) {
    ActionDraft& set = step.action(ActionType::UpdateContactAttributes, "set", label);
    {
        Parameters parameters = step.parameters(set);
        step.refuse_reference(name);
        if (is_attribute_name(step, name)) {
            parameters.object("Attributes", name.span())
                .literal(name.text(), find_system_word("input")->path, name.span());
            step.writes_attribute(set, name);
        }
        parameters.literal("TargetContact", "Current", name.span());
    }
    step.leads_to(set, step.next());
    step.error_branch(set, "NoMatchingError", step.next(), name.span());
}

}  // namespace

static void lower(StepContext& step) {
    const std::optional<Asked> read = read_kind(step);
    if (read) check_options(step, *read);
    const Asked kind = read.value_or(Asked::digits);
    const Label give_up = read_give_up(step, step.next());
    Retry retry{step, give_up, Retry::Check::optional};
    const Node into = step.option("into");
    const Label copy = into ? step.label(into.span()) : step.next();
    const Label check = retry.checks_silence() ? step.label() : copy;

    ActionDraft& ask = step.action(ActionType::GetParticipantInput);
    {
        const Message prompt = step.message("prompt");
        Parameters parameters = step.parameters(ask);
        parameters.message(prompt);
        parameters.boolean("StoreInput", true, step.span());
        parameters.number("InputTimeLimitSeconds", step.duration("timeout"), step.place("timeout"));
        write_validation(step, parameters, kind);
        if (kind == Asked::secret) write_encryption(step, parameters);
        write_keys(step, parameters);
    }
    ask.stores_input = true;
    ask.encrypts_input = static_cast<bool>(step.option("encrypt"));
    step.leads_to(ask, check);
    if (kind == Asked::phone) step.error_branch(ask, "InvalidPhoneNumber", retry.invalid());
    step.error_branch(ask, "NoMatchingError", step.on_error(give_up));

    if (retry.checks_silence()) {
        // Silence is no error to the service: it stores this word and goes on.
        ActionDraft& compare = step.action(ActionType::Compare, "check", check);
        step.parameters(compare).literal("ComparisonValue", find_system_word("input")->path, step.value().span());
        step.condition(compare, "Equals", "Timeout", retry.silent());
        step.error_branch(compare, "NoMatchingCondition", copy);
    }
    if (into) add_copy(step, into, copy);
    retry.add_actions();
}

static constexpr ActionType types[] = {ActionType::GetParticipantInput, ActionType::Compare,
                                       ActionType::UpdateContactAttributes, ActionType::MessageParticipant,
                                       ActionType::Loop};
static constexpr OptionInfo options[] = {
    {.name = "prompt", .kind = OptionKind::message, .summary = "what the caller is asked", .required = true},
    {.name = "timeout",
     .kind = OptionKind::duration,
     .default_value = "5s",
     .summary = "how long the first digit may take",
     .min = 1},
    {.name = "between",
     .kind = OptionKind::duration,
     .default_value = "5s",
     .summary = "how long each further digit may take",
     .min = 1,
     .max = 20},
    {.name = "max",
     .kind = OptionKind::number,
     .default_value = "20",
     .summary = "how many digits end the input",
     .min = 1},
    {.name = "terminator",
     .kind = OptionKind::any,
     .default_value = "pound",
     .summary = "the key that ends the input: `pound`, `star`, or one to five keys in quotes"},
    {.name = "cancel",
     .kind = OptionKind::switch_,
     .default_value = "on",
     .summary = "whether the star key cancels what was typed"},
    {.name = "country",
     .kind = OptionKind::text,
     .summary = "phone: the country, such as `US`, whose national numbers are asked for"},
    {.name = "encrypt",
     .kind = OptionKind::map,
     .summary = "secret: the public key, `{key_id: …, key: …}`, that the answer is encrypted with"},
    {.name = "into", .kind = OptionKind::text, .summary = "the attribute that receives a copy of the answer"},
    {.name = "tries",
     .kind = OptionKind::number,
     .default_value = "3",
     .summary = "how often the caller may try before `give_up`",
     .min = 1,
     .max = 101},
    {.name = "invalid",
     .kind = OptionKind::any,
     .summary = "phone: what is said after a number that is none, or `{say: …, then: …}` to leave at once"},
    {.name = "silent",
     .kind = OptionKind::any,
     .summary = "what is said when nothing was typed; `{say: …, then: …}` to leave at once, `{check: off}` to go on as "
                "if it were an answer"},
    {.name = "give_up", .kind = OptionKind::target, .summary = "where callers go who gave no answer", .required = true},
};

extern const VerbInfo verb_ask;
const VerbInfo verb_ask{
    .name = "ask",
    .section = "Ask",
    .summary = "asks for digits, a phone number or a secret, which `{input}` then holds",
    .value = OptionKind::word,
    .options = options,
    .failure = Failure::own,
    .types = types,
    .example = "{ask: phone, country: US, prompt: Please enter your number., give_up: sorry}",
    .lower = lower,
    .repeatable = true,
};

}  // namespace flowc::dsl
