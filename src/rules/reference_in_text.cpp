#include "ir/placeholder.hpp"
#include "ir/reference.hpp"
#include "rules/report.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo reference_in_text{
    "reference-in-text", Category::validity, Severity::error,
    "text stands around a reference in a parameter that is wholly fixed or wholly a reference",
    "the service refuses the flow, or takes the whole for a fixed value that names nothing",
    "AWS's reference: fully static or a single valid JSONPath", {}, true};

void check_reference_in_text(Check& check, const ParameterUse& use) {
    if (!use.info || use.info->mode != ValueMode::fixed_or_reference || !use.value.is_string()) return;
    const std::string_view value = use.value.text();
    if (has_placeholder(value) || references_in(value) != References::inside) return;
    report(check.diagnostics, reference_in_text, use.info->evidence, use.value.span(),
           text({use.key ? quote(use.key.text()) : std::string("the item"),
                 " has text around a reference; write the reference alone, or put the whole into an attribute first"}));
}

}  // namespace flowc::rules
