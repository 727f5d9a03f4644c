#pragma once

#include <initializer_list>

#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

/// Writes which template a message is made of, from `{template: name, base: name}`; reports what is missing.
void write_template(StepContext& step, Parameters& parameters, Node message);

/// Adds the action that fills the template for the action behind it, and gives that action's label. Its own branch
/// for a template that cannot be filled leads to `render_failed`.
Label render_template(StepContext& step, Node message, Label render_failed, Label failure, Label entry = unset);

/// Leads an action that fills a template or sends what was filled on to `next`, and where it goes when that fails;
/// `render_failed` is unset for a message without a template.
void lead_on(StepContext& step, ActionDraft& action, Label next, Label render_failed, Label failure);

/// `render_failed` where the step names a template; reports it elsewhere.
Label read_render_failed(StepContext& step, bool has_template, Label failure);

/// Reports options that say nothing in a campaign, where the journey knows the recipient.
void refuse_in_campaign(StepContext& step, std::initializer_list<std::string_view> options);

/// Writes the template as campaigns do, inside the sending action.
void write_templated_message(StepContext& step, Parameters& parameters, std::string_view key, Node message);

}  // namespace flowc::dsl
