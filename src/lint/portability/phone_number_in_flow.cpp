#include "lint/lint.hpp"

namespace flowc::rules {

const RuleInfo phone_number_in_flow{
    "phone-number-in-flow",
    Category::portability,
    Severity::note,
    "a literal phone number stands in the flow",
    "a test instance calls the real number, and a changed number is a change of the flow",
    "the catalogue says which parameters take phone numbers",
    "the number is the same everywhere, such as an emergency line",
    false,
    false};

}  // namespace flowc::rules

namespace flowc::lint {

void check_phone_number_in_flow(const Lint& lint) {
    for (const Value& value : lint.values) {
        if (!value.node.text().starts_with("+") || value.info->kind != ParameterKind::phone_number ||
            lint.texts.form(value.node) != ValueForm::fixed)
            continue;
        lint.diagnostics
            .report(rules::phone_number_in_flow, value.node.span(),
                    "a phone number stands in the flow itself; keep it in an attribute or an environment file")
            .confidential = true;
    }
}

}  // namespace flowc::lint
