#include "lint/speech/prompt.hpp"

#include <algorithm>

#include "ir/placeholder.hpp"
#include "ir/reference.hpp"

namespace flowc::lint {

Prompt prompt_of(const Flow& flow, const Action& action) {
    Prompt prompt;
    if (action.type == ActionType::unknown) return prompt;
    const ActionInfo& row = info(action.type);
    if (!row.has(Effect::speaks)) return prompt;
    for (const Entry entry : flow.node(action.parameters).entries()) {
        const ParameterInfo* info = find_parameter(row.parameters, entry.key.text());
        if (!info) continue;
        const auto is_uri = [](const ParameterInfo& property) { return property.kind == ParameterKind::uri; };
        if (info->kind == ParameterKind::text || info->kind == ParameterKind::ssml) {
            prompt.words = entry.value;
        } else if (info->resource == ResourceKind::prompt || info->kind == ParameterKind::list ||
                   std::any_of(info->properties.begin(), info->properties.end(), is_uri)) {
            prompt.recorded = true;
        }
    }
    return prompt;
}

bool is_readable(const Prompt& prompt) {
    return !prompt.recorded && prompt.words.is_string() && references_in(prompt.words.text()) == References::none &&
           !has_placeholder(prompt.words.text());
}

}  // namespace flowc::lint
