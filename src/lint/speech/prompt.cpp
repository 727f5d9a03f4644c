#include "lint/speech/prompt.hpp"

#include "ir/placeholder.hpp"
#include "ir/reference.hpp"

namespace flowc::lint {

Prompt prompt_of(const Lint& lint, const Action& action) {
    Prompt prompt;
    const ActionInfo* row = lint.row(action);
    if (!row || !row->has(Effect::speaks)) return prompt;
    for (const Entry entry : lint.parameters(action).entries()) {
        const ParameterInfo* info = find_parameter(row->parameters, entry.key.text());
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
