#include <array>

#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/attribute_name.hpp"
#include "flowdsl/verbs/run_time_value.hpp"
#include "flowdsl/words/scalar.hpp"

namespace flowc::dsl {

namespace {

constexpr std::array<std::string_view, 6> task_keys{"name",     "description", "flow",
                                                    "template", "attributes",  "references"};
constexpr long seconds_in_six_days = 518400;

void write_text(StepContext& step, Parameters& parameters, std::string_view key, std::string_view word) {
    const Node node = step.value().find(word);
    if (const auto text = step.read_text(node, word)) parameters.text(key, *text, node.span());
}

void write_attributes(StepContext& step, Parameters& parameters, Node attributes) {
    if (!step.read_map(attributes, "attributes", {})) return;
    Parameters written = parameters.object("Attributes", attributes.span());
    for (const auto [name, value] : attributes.entries()) {
        const auto text = step.read_text(value, name.text());
        if (is_attribute_name(step, name) && text) written.text(name.text(), *text, value.span());
    }
}

/// A reference is shown to the agent: a text, or `{value, type}` for links, mail addresses and so on.
void write_references(StepContext& step, Parameters& parameters, Node references) {
    static constexpr std::array<std::string_view, 2> keys{"value", "type"};
    if (!step.read_map(references, "references", {})) return;
    Parameters written = parameters.object("References", references.span());
    for (const auto [name, value] : references.entries()) {
        if (name.text().empty()) {
            step.error(rules::bad_value, value.span(), "a reference needs a name");
            continue;
        }
        Parameters reference = written.object(name.text(), name.span());
        Node text = value;
        Node type;
        if (value.is_mapping()) {
            step.read_map(value, name.text(), keys);
            text = value.find("value");
            type = value.find("type");
            if (!text)
                step.error(rules::missing_option, value.span(),
                           "the reference " + quote(name.text()) + " needs a `value`");
        }
        if (const auto words = step.read_text(text, name.text())) reference.text("Value", *words, text.span());
        const auto word = step.read_fixed(type, "type");
        reference.literal("Type", word.value_or("STRING"), word ? type.span() : name.span());
    }
}

void write_start(StepContext& step, Parameters& parameters) {
    const Node delay = step.option("delay");
    const Node at_time = step.option("at_time");
    if (delay) parameters.number("DelaySeconds", step.duration("delay"), delay.span());
    if (!at_time) return;
    if (delay) {
        step.error(rules::conflicting_options, at_time.span(),
                   "a task starts after a `delay` or `at_time`; remove one");
        return;
    }
    const auto time = step.read_text(at_time, "at_time");
    if (!time) return;
    if (!is_run_time_value(at_time) && !parse_number(*time))
        step.error(rules::bad_value, at_time.span(),
                   "`at_time` takes seconds since 1970, such as `1767225600`, or a reference, not " + quote(*time));
    parameters.text("ScheduledTime", *time, at_time.span());
}

}  // namespace

static void lower(StepContext& step) {
    const Node task = step.value();
    ActionDraft& create = step.action(ActionType::CreateTask);
    if (step.read_map(task, "task", task_keys)) {
        const Node flow = task.find("flow");
        const Node form = task.find("template");
        for (const std::string_view needed : {"name", "flow"})
            if (!form && !task.find(needed))
                step.error(rules::missing_option, task.span(),
                           "a task without a `template` needs a `" + std::string{needed} + "`");
        Parameters parameters = step.parameters(create);
        if (flow) parameters.name("ContactFlowId", ResourceKind::flow, flow);
        if (form) parameters.name("TaskTemplateId", ResourceKind::task_template, form);
        write_text(step, parameters, "Name", "name");
        write_text(step, parameters, "Description", "description");
        if (const Node attributes = task.find("attributes")) write_attributes(step, parameters, attributes);
        if (const Node references = task.find("references")) write_references(step, parameters, references);
        write_start(step, parameters);
    }
    step.leads_to(create, step.next());
    step.error_branch(create, "NoMatchingError", step.on_error());
}

static constexpr ActionType types[] = {ActionType::CreateTask};
static constexpr OptionInfo options[] = {
    {.name = "delay",
     .kind = OptionKind::duration,
     .summary = "how long to wait before the task starts",
     .min = 1,
     .max = seconds_in_six_days},
    {.name = "at_time",
     .kind = OptionKind::text,
     .summary = "when the task starts, in seconds since 1970; mostly a reference"},
};

extern const VerbInfo verb_task;
const VerbInfo verb_task{
    .name = "task",
    .section = "Integrate",
    .summary = "creates a task for an agent, which runs a flow of its own",
    .value = OptionKind::map,
    .options = options,
    .types = types,
    .example = "task: {name: Call back, flow: Task flow}",
    .lower = lower,
};

}  // namespace flowc::dsl
