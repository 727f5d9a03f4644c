#include "rules/report.hpp"
#include "rules/rule.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo reference_not_allowed{"reference-not-allowed",
                                     Category::validity,
                                     Severity::error,
                                     "a reference stands where the service wants a fixed value",
                                     "the service refuses the flow, or takes the reference for the value itself",
                                     "AWS's reference says for each parameter whether it must be fixed",
                                     "AWS allows references there since the catalogue was written",
                                     true};

void check_reference_not_allowed(Check& check, const ParameterUse& use, const ParameterInfo& info) {
    if (use.form != ValueForm::reference && use.form != ValueForm::mixed) return;
    report(check.diagnostics, reference_not_allowed, info.evidence, use.value.span(),
           text({called(use.key), " takes no reference; write a fixed value"}));
}

}  // namespace flowc::rules
