#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/answer_field.hpp"
#include "flowdsl/verbs/texts.hpp"
#include "flowdsl/words/reference.hpp"

namespace flowc::dsl {

static void lower(StepContext& step) {
    const Node named = step.option("field");
    const std::string field{named && is_answer_field(step, named, "field") ? named.text() : std::string_view{}};
    const Span field_span = step.place("field");
    const Node send = step.option("send");
    const bool sends = send && step.read_map(send, "send", {});
    const std::vector<Node> returns = read_returns(step);
    const Label answered = step.label();

    ActionDraft& call = step.action(ActionType::InvokeLambdaFunction);
    {
        Parameters parameters = step.parameters(call);
        parameters.name("LambdaFunctionARN", ResourceKind::lambda, step.value());
        parameters.number("InvocationTimeLimitSeconds", step.duration("timeout"), step.place("timeout"));
        if (sends && send.size() > 0) {
            Parameters attributes = parameters.object("LambdaInvocationAttributes", send.span());
            write_texts(step, attributes, send);
        }
        parameters.object("ResponseValidation", step.span()).literal("ResponseType", "JSON", step.span());
    }
    call.replaces_external = true;
    call.takes_returns = true;
    if (!field.empty()) call.fields.insert(step.keep(field));
    for (const Node returned : returns) call.fields.insert(step.keep(returned.text()));
    step.leads_to(call, answered);
    step.error_branch(call, "NoMatchingError", step.on_error());

    ActionDraft& compare = step.action(ActionType::Compare, "check", answered);
    step.parameters(compare).literal("ComparisonValue", native_path("$.External", field, '\0'), field_span);
    const Label closed = step.target("closed", step.next());
    const Label open = step.target("open", step.next());
    // A Lambda may answer with a text or with a boolean, which the service spells in small letters.
    step.condition(compare, "Equals", "True", closed);
    step.condition(compare, "Equals", "true", closed);
    step.condition(compare, "Equals", "False", open);
    step.condition(compare, "Equals", "false", open);
    step.error_branch(compare, "NoMatchingCondition", step.target("missing", step.next()));
}

static constexpr ActionType types[] = {ActionType::InvokeLambdaFunction, ActionType::Compare};
static constexpr OptionInfo options[] = {
    {.name = "field",
     .kind = OptionKind::text,
     .summary = "the field of the answer that is true on a holiday",
     .required = true},
    {.name = "returns", .kind = OptionKind::list, .summary = "other fields of the answer that later texts may read"},
    {.name = "send", .kind = OptionKind::map, .summary = "texts that the Lambda receives, by name"},
    {.name = "timeout",
     .kind = OptionKind::duration,
     .default_value = "8s",
     .summary = "how long the Lambda may take",
     .min = 1,
     .max = 8},
    {.name = "open", .kind = OptionKind::target, .default_value = "next", .summary = "where callers go on other days"},
    {.name = "closed", .kind = OptionKind::target, .summary = "where callers go on a holiday", .required = true},
    {.name = "missing",
     .kind = OptionKind::target,
     .summary = "where callers go when the Lambda answered something else than true or false",
     .required = true},
};

extern const VerbInfo verb_holiday;
const VerbInfo verb_holiday{
    .name = "holiday",
    .section = "Decide",
    .summary = "asks a Lambda whether today is a holiday and goes the way that it answers",
    .value = OptionKind::name,
    .options = options,
    .failure = Failure::flow,
    .types = types,
    .example = "{holiday: checkHoliday, field: isHoliday, closed: closed, missing: next}",
    .lower = lower,
};

}  // namespace flowc::dsl
