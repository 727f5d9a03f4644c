#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

static void write_view(StepContext& step, Parameters& parameters) {
    const Node version = step.option("version");
    const Node data = step.option("data");
    const Node hide = step.option("hide");
    {
        Parameters view = parameters.object("ViewResource", step.value().span());
        view.name("Id", ResourceKind::view, step.value());
        if (const auto text = step.read_fixed(version, "version")) view.literal("Version", *text, version.span());
    }
    parameters.number("InvocationTimeLimitSeconds", step.duration("timeout"), step.place("timeout"));
    // The console writes it even where there is nothing to show.
    if (data && step.read_map(data, "data", {})) parameters.data("ViewData", data);
    else parameters.object("ViewData", step.span());
    if (step.is_on("hide"))
        parameters.object("SensitiveDataConfiguration", hide.span())
            .list("HideResponseOn", hide.span())
            .literal({}, "TRANSCRIPT", hide.span());
}

static void lower(StepContext& step) {
    const Node cases = step.option("cases");
    const Label failure = step.on_error();
    ActionDraft& show = step.action(ActionType::ShowView);
    {
        Parameters parameters = step.parameters(show);
        write_view(step, parameters);
    }
    step.cases(show, cases, false);
    // Without cases every answer is as good as any other.
    step.error_branch(show, "NoMatchingCondition", step.target("else", cases ? failure : step.next()));
    step.error_branch(show, "NoMatchingError", failure);
    step.error_branch(show, "TimeLimitExceeded", step.target("late", failure));
}

static constexpr ActionType types[] = {ActionType::ShowView};
static constexpr OptionInfo options[] = {
    {.name = "data",
     .kind = OptionKind::data,
     .summary = "what the view shows, by the names of its own fields",
     .may_be_empty = true},
    {.name = "timeout",
     .kind = OptionKind::duration,
     .default_value = "5m",
     .summary = "how long an answer may take",
     .min = 1},
    {.name = "version", .kind = OptionKind::text, .summary = "the view's version, where its ARN does not say it"},
    {.name = "hide",
     .kind = OptionKind::switch_,
     .default_value = "off",
     .summary = "whether the answer is left out of the transcript"},
    {.name = "cases", .kind = OptionKind::map, .summary = "the view's actions, such as `Next`, and where each leads"},
    {.name = "else",
     .kind = OptionKind::target,
     .default_value = "on_error",
     .summary = "where every other action leads; without `cases` they all go on"},
    {.name = "late",
     .kind = OptionKind::target,
     .default_value = "on_error",
     .summary = "where it leads when no answer came in time"},
};

extern const VerbInfo verb_view;
const VerbInfo verb_view{
    .name = "view",
    .section = "Chat",
    .summary =
        "shows a page, such as a form, and goes the way of the action that is chosen in it; later texts read its "
        "fields as `{view.field}`",
    .value = OptionKind::name,
    .options = options,
    .types = types,
    .example = "view: form",
    .lower = lower,
    .repeatable = true,
};

}  // namespace flowc::dsl
