#include "rules/report.hpp"
#include "rules/rule.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo reference_in_text{
    "reference-in-text",
    Category::validity,
    Severity::error,
    "text stands around a reference in a parameter that is wholly fixed or wholly a reference",
    "the service refuses the flow, or takes the whole for a fixed value that names nothing",
    "AWS's reference: fully static or a single valid JSONPath",
    "never, as far as is known",
    true};

void check_reference_in_text(Check& check, const ParameterUse& use, const ParameterInfo& info) {
    if (use.form != ValueForm::mixed) return;
    report(check.diagnostics, reference_in_text, info.evidence, use.value.span(),
           text({called(use.key),
                 " has text around a reference; write the reference alone, or put the whole into an attribute first"}));
}

}  // namespace flowc::rules
