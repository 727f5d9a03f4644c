#include "lint/lint.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo arn_in_flow{
    "arn-in-flow",
    Category::portability,
    Severity::warning,
    "a literal ARN stands in the flow",
    "the flow works in one instance only; whoever moves it has to find and replace every ARN by hand",
    "ARNs hold account, Region and instance",
    "the flow lives in one instance, as every export of the console does",
    false,
    false};

}  // namespace flowc::rules

namespace flowc::lint {

void check_arn_in_flow(const Lint& lint) {
    for (const Value& value : lint.arns) {
        if (value.info->resource == ResourceKind::none) continue;
        const bool many = value.info->resource == ResourceKind::hours;
        lint.diagnostics.report(rules::arn_in_flow, value.node.span(),
                                rules::text({many ? "these " : "this ", to_string(value.info->resource),
                                             many ? " are named by their" : " is named by its",
                                             " ARN; let a placeholder or an environment file name it"}));
    }
}

}  // namespace flowc::lint
