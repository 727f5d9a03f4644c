#include "ir/placeholder.hpp"
#include "ir/reference.hpp"
#include "rules/report.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo reference_required{"reference-required", Category::validity, Severity::error,
                                  "a fixed value stands where the service wants a reference",
                                  "the service refuses the flow: \"Invalid Action property value\"",
                                  "seen at the service for the value of Compare and for the callback number", {}, true};

void check_reference_required(Check& check, const ParameterUse& use) {
    if (!use.info || (use.info->mode != ValueMode::reference && use.info->kind != ParameterKind::reference)) return;
    if (!use.value.is_scalar() || use.value.kind() == NodeKind::null) return;
    const std::string_view value = use.value.text();
    if (value.empty() || has_placeholder(value) || references_in(value) == References::whole) return;
    report(check.diagnostics, reference_required, use.info->evidence, use.value.span(),
           text({use.key ? quote(use.key.text()) : std::string("the item"), " is ", quote(value),
                 "; write one reference such as `$.Attributes.name`"}));
}

}  // namespace flowc::rules
