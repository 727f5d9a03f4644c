#include <unordered_set>

#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/answer_field.hpp"
#include "flowdsl/verbs/attribute_name.hpp"
#include "flowdsl/words/case_word.hpp"
#include "flowdsl/words/reference.hpp"

namespace flowc::dsl {

namespace {

constexpr long longest_answer = 8;         // seconds, as long as the caller waits
constexpr long longest_async_answer = 60;  // seconds

/// A field of the answer that an attribute keeps.
struct Saved {
    Node attribute;
    Node field;
};

/// What the step says about the Lambda's answer.
struct Answer {
    std::vector<Node> returns;
    std::vector<Entry> expected;
    std::vector<Saved> saved;
};

void read_saved(StepContext& step, Node save, Answer& answer) {
    if (!save) return;
    const auto keep = [&](Node attribute, Node field) {
        if (is_answer_field(step, field, "save") && is_attribute_name(step, attribute))
            answer.saved.push_back({attribute, field});
    };
    if (save.is_mapping()) {
        for (const auto [attribute, field] : save.entries()) {
            step.refuse_reference(attribute);
            keep(attribute, field);
        }
    } else if (step.read_list(save, "save")) {
        step.each_once(save);
        for (const Node field : save.items()) {
            if (field.text().find('.') == std::string_view::npos) {
                keep(field, field);
                continue;
            }
            const std::string name{field.text().substr(field.text().rfind('.') + 1)};
            step.error(rules::bad_value, field.span(),
                       "an attribute's name holds no `.`; say under which name to keep " + quote(field.text()) +
                           ", `save: {" + name + ": " + std::string{field.text()} + "}`");
        }
    }
}

Answer read_answer(StepContext& step) {
    Answer answer;
    answer.returns = read_returns(step);
    if (const Node expect = step.option("expect"); expect && step.read_map(expect, "expect", {}))
        for (const Entry entry : expect.entries())
            if (is_answer_field(step, entry.key, "expect") && step.read_text(entry.value, entry.key.text()))
                answer.expected.push_back(entry);
    read_saved(step, step.option("save"), answer);
    return answer;
}

/// Nothing is known of an answer that comes later, and an answer that maps names is for the compiler alone.
void refuse_answer(StepContext& step, std::string_view because, std::initializer_list<std::string_view> options) {
    for (const std::string_view name : options)
        if (const Node option = step.option(name))
            step.error(
                rules::conflicting_options, option.span(),
                "`" + std::string{name} + "` has no place here: " + std::string{because} + "; remove one of the two");
}

void write_call(StepContext& step, ActionDraft& call, bool async) {
    const long timeout = step.duration("timeout");
    if (!async && timeout > longest_answer && timeout <= longest_async_answer)
        step.error(rules::bad_value, step.place("timeout"),
                   "a Lambda that the caller waits for may take 8s at most; write `timeout: 8s`, or `async: on` for up "
                   "to 60s");
    const std::string_view response = async ? std::string_view{"none"} : step.word("response");
    Parameters parameters = step.parameters(call);
    parameters.name("LambdaFunctionARN", ResourceKind::lambda, step.value());
    parameters.number("InvocationTimeLimitSeconds", timeout, step.place("timeout"));
    if (async) parameters.literal("InvocationType", "ASYNCHRONOUS", step.place("async"));
    if (const Node send = step.option("send"); send && step.read_map(send, "send", {}) && send.size() != 0) {
        Parameters attributes = parameters.object("LambdaInvocationAttributes", send.span());
        for (const auto [key, value] : send.entries()) {
            if (key.text().empty()) step.error(rules::bad_value, value.span(), "what is sent needs a name");
            if (const auto text = step.read_text(value, key.text()); text && !key.text().empty())
                attributes.text(key.text(), *text, value.span());
        }
    }
    if (response != "none")
        parameters.object("ResponseValidation", step.place("response"))
            .literal("ResponseType", response == "json" ? "JSON" : "STRING_MAP", step.place("response"));
}

/// Every field that a text may read, but not one that an attribute of the same name keeps: that is one name.
void declare_fields(StepContext& step, ActionDraft& call, const Answer& answer) {
    std::unordered_set<std::string_view> attributes;
    for (const Saved& saved : answer.saved) attributes.insert(saved.attribute.text());
    const auto declare = [&](std::string_view field) {
        if (attributes.count(field) == 0) call.fields.insert(step.keep(field));
    };
    for (const Node field : answer.returns) declare(field.text());
    for (const Entry& entry : answer.expected) declare(entry.key.text());
    for (const Saved& saved : answer.saved) declare(saved.field.text());
}

/// A flat answer has nothing below its fields. It may have one that is called so, dot and all.
void doubt_nested(StepContext& step, const Answer& answer) {
    if (step.word("response") != "string_map") return;
    const auto doubt = [&](Node field) {
        if (field.text().find('.') != std::string_view::npos)
            step.warn(rules::bad_value, field.span(),
                      "an answer of the form `string_map` is flat, and nothing stands below a field of it; write "
                      "`response: json`, or the name of a field");
    };
    for (const Node field : answer.returns) doubt(field);
    for (const Entry& entry : answer.expected) doubt(entry.key);
    for (const Saved& saved : answer.saved) doubt(saved.field);
}

void write_check(StepContext& step, const Entry& expected, Label here, Label after, Label unexpected) {
    ActionDraft& check = step.action(ActionType::Compare, "check", here);
    step.parameters(check).literal("ComparisonValue", native_path("$.External", expected.key.text(), '\0'),
                                   expected.key.span());
    std::unordered_set<std::string> seen;
    for (const CaseWord& word : read_case(expected.value, true, {.cases = "expect", .others = "unexpected"})) {
        const bool is_new = seen.insert(word.op + ' ' + word.operand).second;
        if (word.operand.empty())
            step.error(rules::bad_value, word.span,
                       "an expected value is empty; a field that is missing goes to `unexpected` anyway");
        else if (!is_new) step.error(rules::duplicate_case, word.span, "this value stands here twice; remove one");
        else {
            step.check_case(word);
            step.condition(check, word.op, word.operand, after, word.span);
        }
    }
    step.error_branch(check, "NoMatchingCondition", unexpected);
}

void write_saved(StepContext& step, const Answer& answer, Label here) {
    ActionDraft& save = step.action(ActionType::UpdateContactAttributes, "save", here);
    {
        const Span span = step.option("save").span();
        Parameters parameters = step.parameters(save);
        {
            Parameters attributes = parameters.object("Attributes", span);
            for (const Saved& saved : answer.saved)
                attributes.literal(saved.attribute.text(), native_path("$.External", saved.field.text(), '\0'),
                                   saved.field.span());
        }
        parameters.literal("TargetContact", "Current", span);
    }
    for (const Saved& saved : answer.saved) step.writes_attribute(save, saved.attribute);
    step.leads_to(save, step.next());
    step.error_branch(save, "NoMatchingError", step.next(), step.place("save"));
}

}  // namespace

static void lower(StepContext& step) {
    if (step.flow_type() == FlowType::campaign)
        step.error(rules::bad_value, step.span(),
                   "a campaign calls Lambda functions by `PutLambdaInvokeRequest`, and nobody has published its "
                   "parameters; write `action: PutLambdaInvokeRequest` with the parameters of an export of yours");
    const bool async = step.is_on("async");
    const bool maps = step.is_on("maps");
    if (async)
        refuse_answer(step, "with `async: on` the call goes on before the answer",
                      {"returns", "expect", "save", "unexpected", "response"});
    if (maps)
        refuse_answer(step, "with `maps: on` the answer holds the names of resources",
                      {"returns", "expect", "save", "unexpected", "async"});
    const Node unexpected_option = step.option("unexpected");
    if (unexpected_option && !step.option("expect") && !async && !maps)
        step.error(rules::conflicting_options, unexpected_option.span(),
                   "`unexpected` is where an answer goes that `expect` did not expect; add `expect`, or remove it");
    const Answer answer = async || maps ? Answer{} : read_answer(step);

    doubt_nested(step, answer);

    const Label failure = step.on_error();
    const Label unexpected = step.target("unexpected", failure);
    ActionDraft& call = step.action(ActionType::InvokeLambdaFunction);
    call.replaces_external = true;
    call.maps = maps;
    call.takes_returns = !async && !maps;
    write_call(step, call, async);
    declare_fields(step, call, answer);
    step.error_branch(call, "NoMatchingError", failure);

    const Label save = answer.saved.empty() ? step.next() : step.label(step.option("save").span());
    std::vector<Label> stages;
    for (const Entry& expected : answer.expected) stages.push_back(step.label(expected.key.span()));
    stages.push_back(save);
    step.leads_to(call, stages.front());
    for (std::size_t i = 0; i < answer.expected.size(); ++i)
        write_check(step, answer.expected[i], stages[i], stages[i + 1], unexpected);
    if (!answer.saved.empty()) write_saved(step, answer, save);
}

static constexpr ActionType types[] = {ActionType::InvokeLambdaFunction, ActionType::Compare,
                                       ActionType::UpdateContactAttributes};
static constexpr std::string_view responses[] = {"json", "string_map", "none"};
static constexpr OptionInfo options[] = {
    {.name = "send", .kind = OptionKind::map, .summary = "texts that the Lambda receives, by name"},
    {.name = "returns", .kind = OptionKind::list, .summary = "the fields of the answer that later texts may read"},
    {.name = "save",
     .kind = OptionKind::any,
     .summary =
         "fields to keep as attributes, `[field]` or `{Attribute: field}`; an answer is lost at the next Lambda"},
    {.name = "expect", .kind = OptionKind::map, .summary = "what fields of the answer must hold, `{statusCode: 200}`"},
    {.name = "timeout",
     .kind = OptionKind::duration,
     .default_value = "8s",
     .summary = "how long the Lambda may take: 8s at most, 60s with `async`",
     .min = 1,
     .max = longest_async_answer},
    {.name = "response",
     .kind = OptionKind::word,
     .default_value = "json",
     .summary = "the form of the answer that the service insists on",
     .words = responses},
    {.name = "async",
     .kind = OptionKind::switch_,
     .default_value = "off",
     .summary = "whether the call goes on without waiting for the answer"},
    {.name = "maps",
     .kind = OptionKind::switch_,
     .default_value = "off",
     .summary = "whether the answer holds the ARNs behind the flow's names"},
    {.name = "unexpected",
     .kind = OptionKind::target,
     .default_value = "on_error",
     .summary = "where an answer leads that is not what `expect` says, or lacks the field"},
};

extern const VerbInfo verb_lambda;
const VerbInfo verb_lambda{
    .name = "lambda",
    .section = "Integrate",
    .summary =
        "calls a Lambda function; the caller hears nothing until it answers (in campaigns: `action: "
        "PutLambdaInvokeRequest`, whose parameters are not published)",
    .value = OptionKind::name,
    .options = options,
    .types = types,
    .example = "lambda: vanity",
    .lower = lower,
};

}  // namespace flowc::dsl
