#include "ir/placeholder.hpp"
#include "lint/values.hpp"
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
    each_value(lint, [&](const Action&, const ParameterInfo& info, Node value) {
        if (info.resource == ResourceKind::none || !value.is_string() || !has_placeholder(value.text())) return;
        lint.diagnostics.report(rules::placeholder_left, value.span(),
                                rules::text({quote(value.text()), " is a placeholder; fill it in before the flow is published"}));
    });
}

}  // namespace flowc::lint
