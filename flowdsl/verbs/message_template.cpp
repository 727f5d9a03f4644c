#include "flowdsl/verbs/message_template.hpp"

#include <array>

#include "flowdsl/verbs/only_with.hpp"

namespace flowc::dsl {

void write_template(StepContext& step, Parameters& parameters, Node message) {
    static constexpr std::array<std::string_view, 2> keys{"template", "base"};
    if (!message.is_mapping()) {
        const bool in_campaign = step.flow_type() == FlowType::campaign;
        step.error(rules::bad_value, message.span(),
                   "`" + std::string{step.verb().name} + "` takes a template" + (in_campaign ? " in a campaign" : "") +
                       "; write `{template: name, base: name}`");
        return;
    }
    step.read_map(message, step.verb().name, keys);
    const Node base = message.find("base");
    const Node form = message.find("template");
    for (const std::string_view key : keys)
        if (!message.find_key(key))
            step.error(rules::missing_option, message.span(),
                       "a template is found by its name and its knowledge base; add `" + std::string{key} + "`");
    if (base) parameters.name("WisdomKnowledgeBaseArn", ResourceKind::knowledge_base, base);
    if (form) parameters.name("WisdomMessageTemplateArn", ResourceKind::message_template, form);
}

Label render_template(StepContext& step, Node message, Label render_failed, Label failure, Label entry) {
    const Label rendered = step.label();
    ActionDraft& render = step.action(ActionType::RenderMessageTemplate, "render", entry);
    {
        Parameters parameters = step.parameters(render);
        write_template(step, parameters, message);
    }
    lead_on(step, render, rendered, render_failed, failure);
    return rendered;
}

void lead_on(StepContext& step, ActionDraft& action, Label next, Label render_failed, Label failure) {
    step.leads_to(action, next);
    if (render_failed != unset) step.error_branch(action, "TemplateRenderingError", render_failed);
    step.error_branch(action, "NoMatchingError", failure);
}

Label read_render_failed(StepContext& step, bool has_template, Label failure) {
    if (!has_template) only_with(step, "template", {"render_failed"});
    return step.target("render_failed", failure);
}

void refuse_in_campaign(StepContext& step, std::initializer_list<std::string_view> options) {
    for (const std::string_view name : options)
        if (const Node option = step.option(name))
            step.error(rules::conflicting_options, option.span().empty() ? step.span() : option.span(),
                       "`" + std::string{name} +
                           "` says nothing in a campaign: the journey knows the recipient, and the "
                           "service fills the template as it sends; remove it");
}

void write_templated_message(StepContext& step, Parameters& parameters, std::string_view key, Node message) {
    Parameters written = parameters.object(key, message.span());
    written.literal("MessageSourceType", "TEMPLATE", message.span());
    Parameters form = written.object("TemplatedMessage", message.span());
    write_template(step, form, message);
}

}  // namespace flowc::dsl
