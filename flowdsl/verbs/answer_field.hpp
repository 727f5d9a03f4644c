#pragma once

#include <string>
#include <vector>

#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/words/reference.hpp"

namespace flowc::dsl {

/// Whether a node is the bare name of a field of a Lambda's answer; reports where it is not.
inline bool is_answer_field(StepContext& step, Node field, std::string_view what) {
    const auto text = step.read_text(field, what);
    if (!text) return false;
    if (text->find('[') != std::string_view::npos) {
        step.error(rules::bad_value, field.span(),
                   quote(*text) +
                       " would be a field that is called so: the lists of an answer cannot be read; "
                       "let the function answer with a field of its own, such as `first`");
        return false;
    }
    const bool path = !text->starts_with('.') && !text->ends_with('.') && text->find("..") == std::string_view::npos;
    if (path && is_plain_name(*text)) return true;
    step.error(
        rules::bad_value, field.span(),
        quote(*text) + " names no field of an answer; write the bare name, such as `isHoliday` or `Customer.Name`");
    return false;
}

/// The fields that `returns` lists for later texts.
inline std::vector<Node> read_returns(StepContext& step) {
    std::vector<Node> fields;
    const Node returns = step.option("returns");
    if (!returns || !step.read_list(returns, "returns")) return fields;
    step.each_once(returns);
    for (const Node field : returns.items())
        if (is_answer_field(step, field, "returns")) fields.push_back(field);
    return fields;
}

}  // namespace flowc::dsl
