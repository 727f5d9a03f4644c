#include "rules/report.hpp"
#include "rules/rule.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo parameter_pattern{"parameter-pattern",
                                 Category::validity,
                                 Severity::error,
                                 "a parameter's text is not of the form that it has to have",
                                 "the service refuses the flow: \"Invalid Action property value\"",
                                 "AWS's reference describes the form",
                                 "AWS allows more than was seen",
                                 true};

void check_parameter_pattern(Check& check, const ParameterUse& use, const ParameterInfo& info) {
    const std::optional<std::string_view> word = literal(use, info);
    if (!word || info.matches(*word)) return;
    report(check.diagnostics, parameter_pattern, info.evidence, use.value.span(),
           text({called(use.key), " is ", quote(*word), "; write ", info.pattern_words}));
}

}  // namespace flowc::rules
