#include "lint/lint.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo placeholder_left{
    "placeholder-left",
    Category::portability,
    Severity::note,
    "a placeholder stands where a resource is named",
    "published as it stands the flow is refused, with a message that names another cause",
    "published experiments with the service: an id that it cannot resolve is answered with `Invalid Action type`",
    "a deployment fills it in before the service sees it; then turn this rule off",
    false,
    false};

}  // namespace flowc::rules

namespace flowc::lint {

void check_placeholder_left(const Lint& lint) {
    if (lint.compiled() || lint.flow.is_template) return;
    for (const auto& [action, info, node] : lint.values) {
        if (info->resource == ResourceKind::none || lint.texts.form(node) != ValueForm::placeholder) continue;
        lint.diagnostics.report(
            rules::placeholder_left, node.span(),
            rules::text({quote(node.text()), " is a placeholder; fill it in before the flow is published"}));
    }
}

}  // namespace flowc::lint
