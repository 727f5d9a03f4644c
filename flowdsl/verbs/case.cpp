#include <array>

#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/only_with.hpp"
#include "flowdsl/verbs/texts.hpp"
#include "flowdsl/verbs/verb_form.hpp"

namespace flowc::dsl {

namespace {

constexpr std::string_view get_options[] = {"by", "last", "read", "link", "none_found", "several_found", "not_linked"};
constexpr std::string_view create_options[] = {"template", "data", "link", "not_linked"};
constexpr std::string_view update_options[] = {"case_id", "data", "link", "not_linked"};

constexpr std::array<VerbForm, 3> forms{{{"get", get_options}, {"create", create_options}, {"update", update_options}}};

void write_switch(StepContext& step, Parameters& parameters, std::string_view key, std::string_view option) {
    parameters.boolean(key, step.is_on(option), step.place(option));
}

void write_fields(StepContext& step, Parameters& parameters, std::string_view option) {
    const Node fields = step.option(option);
    if (!fields || !step.read_map(fields, option, {})) return;
    Parameters written = parameters.object("CaseRequestFields", fields.span());
    write_texts(step, written, fields);
}

void get_case(StepContext& step, const VerbForm& form, Label failure) {
    expect_option(step, form, "by", "{customer_id: \"{customer.ProfileARN}\"}");
    ActionDraft& get = step.action(ActionType::GetCase);
    {
        Parameters parameters = step.parameters(get);
        write_switch(step, parameters, "LinkContactToCase", "link");
        write_switch(step, parameters, "GetLastUpdatedCase", "last");
        write_fields(step, parameters, "by");
        write_word_list(step, parameters, "CaseResponseFields", step.option("read"), "read");
    }
    step.reads(get, "case", step.option("read"));
    step.leads_to(get, step.next());
    step.error_branch(get, "MultipleFound", step.target("several_found", failure));
    step.error_branch(get, "NoneFound", step.target("none_found", failure));
    if (step.is_on("link")) step.error_branch(get, "ContactNotLinked", step.target("not_linked", failure));
    step.error_branch(get, "NoMatchingError", failure);
}

void write_case(StepContext& step, const VerbForm& form, Label failure) {
    const bool creates = form.word == "create";
    if (creates) expect_option(step, form, "template", "Complaint");
    expect_option(step, form, "data", "{title: A complaint}");
    ActionDraft& written = step.action(creates ? ActionType::CreateCase : ActionType::UpdateCase);
    {
        Parameters parameters = step.parameters(written);
        write_switch(step, parameters, "LinkContactToCase", "link");
        const Node form_of_case = step.option("template");
        const Node id = step.option("case_id");
        if (creates && form_of_case) parameters.name("CaseTemplateId", ResourceKind::case_template, form_of_case);
        if (!creates && !id) parameters.text("CaseId", "{case.case_id}", step.span());
        if (const auto text = creates ? std::nullopt : step.read_text(id, "case_id"))
            parameters.text("CaseId", *text, id.span());
        write_fields(step, parameters, "data");
    }
    step.leads_to(written, step.next());
    if (step.is_on("link")) step.error_branch(written, "ContactNotLinked", step.target("not_linked", failure));
    step.error_branch(written, "NoMatchingError", failure);
}

}  // namespace

static void lower(StepContext& step) {
    const VerbForm* form = read_form(step, forms);
    if (!form) return;
    if (!step.is_on("link")) only_with(step, "link: on", {"not_linked"});
    const Label failure = step.on_error();
    if (form->word == "get") get_case(step, *form, failure);
    else write_case(step, *form, failure);
}

static constexpr ActionType types[] = {ActionType::GetCase, ActionType::CreateCase, ActionType::UpdateCase};
static constexpr OptionInfo options[] = {
    {.name = "by", .kind = OptionKind::map, .summary = "get: what to look for, field ids and texts"},
    {.name = "last",
     .kind = OptionKind::switch_,
     .default_value = "on",
     .summary = "get: whether the case that changed last is meant where several fit"},
    {.name = "read",
     .kind = OptionKind::list,
     .summary = "get: the fields that later texts may read as `{case.field}`, at most ten"},
    {.name = "template",
     .kind = OptionKind::name,
     .summary = "create: the template of the case",
     .resource = ResourceKind::case_template},
    {.name = "case_id",
     .kind = OptionKind::text,
     .default_value = "{case.case_id}",
     .summary = "update: the case that is meant; without it the one that was found or created before"},
    {.name = "data", .kind = OptionKind::map, .summary = "create, update: the case's fields and their texts"},
    {.name = "link",
     .kind = OptionKind::switch_,
     .default_value = "on",
     .summary = "whether the contact is linked to the case"},
    {.name = "none_found",
     .kind = OptionKind::target,
     .default_value = "on_error",
     .summary = "get: where the contact goes when there is no case"},
    {.name = "several_found",
     .kind = OptionKind::target,
     .default_value = "on_error",
     .summary = "get: where the contact goes when there are several cases"},
    {.name = "not_linked",
     .kind = OptionKind::target,
     .default_value = "on_error",
     .summary = "with `link`: where the contact goes when all went well but the link"},
};

extern const VerbInfo verb_case;
const VerbInfo verb_case{
    .name = "case",
    .section = "Integrate",
    .summary = "finds, creates or changes a case: `get`, `create`, `update`",
    .value = OptionKind::word,
    .options = options,
    .types = types,
    .example = "{case: get, by: {customer_id: \"{customer.ProfileARN}\"}, read: [status]}",
    .lower = lower,
};

}  // namespace flowc::dsl
