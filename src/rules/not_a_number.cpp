#include "rules/report.hpp"
#include "rules/rule.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo not_a_number{"not-a-number",
                            Category::validity,
                            Severity::error,
                            "a parameter that counts something is no whole number",
                            "the service refuses the flow: \"Invalid Action property value\"",
                            "AWS's reference",
                            "a template fills the number in",
                            true};

void check_not_a_number(Check& check, const ParameterUse& use, const ParameterInfo& info) {
    const std::optional<std::string_view> word = literal(use, info);
    if (!word) return;
    if (is_whole(use.value)) return;
    report(check.diagnostics, not_a_number, info.evidence, use.value.span(),
           text({called(use.key), " is ", quote(*word), "; write a whole number",
                 info.unit.empty() ? "" : text({" of ", info.unit})}));
}

}  // namespace flowc::rules
