#include <algorithm>
#include <string>

#include "rules/report.hpp"
#include "rules/rule.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo reference_required{"reference-required",
                                  Category::validity,
                                  Severity::error,
                                  "a fixed value stands where the service wants a reference",
                                  "the service refuses the flow: \"Invalid Action property value\"",
                                  "seen at the service for the value of Compare and for the callback number",
                                  "never, as far as is known",
                                  true};

namespace {

/// A reference as it was probably meant: names with a blank in them stand in brackets.
std::string reference_meant(std::string_view written) {
    constexpr std::string_view path = "$.Attributes.";
    const std::string_view name = written.substr(std::min(path.size(), written.size()));
    const bool has_blank = written.starts_with(path) && name.find(' ') != std::string_view::npos &&
                           name.find_first_of("$'\"[].`") == std::string_view::npos && name.front() != ' ' &&
                           name.back() != ' ';
    return has_blank ? text({"$.Attributes.['", name, "']"}) : "$.Attributes.name";
}

}  // namespace

void check_reference_required(Check& check, const ParameterUse& use, const ParameterInfo& info) {
    if (use.form != ValueForm::fixed && use.form != ValueForm::mixed) return;
    report(check.diagnostics, reference_required, info.evidence, use.value.span(),
           text({called(use.key), " is ", quote(use.value.text()), "; write one reference such as ",
                 quote(reference_meant(use.value.text()))}));
}

}  // namespace flowc::rules
