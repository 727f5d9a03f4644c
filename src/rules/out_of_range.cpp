#include "ir/condition.hpp"
#include "rules/report.hpp"
#include "rules/requirements.hpp"
#include "rules/rule.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo out_of_range{"out-of-range", Category::validity, Severity::error, "a number is smaller or larger than its parameter takes",
                            "the service refuses the flow: \"Invalid Action property value\"",
                            "AWS's reference; a limit of the console alone that exports exceed is none",
    "AWS has widened the range since the catalogue was written", true};

namespace {

std::string bounds(const Range& range) {
    if (range.min && range.max) return text({"from ", decimal(*range.min), " to ", decimal(*range.max)});
    return range.min ? text({"of at least ", decimal(*range.min)}) : text({"of at most ", decimal(*range.max)});
}

}  // namespace

void check_out_of_range(Check& check, const ParameterUse& use, const ParameterInfo& info) {
    const std::optional<std::string_view> word = literal(use, info);
    if (!word) return;
    const std::optional<double> value = number(*word);
    if (!value) return;
    for (const Range& range : info.ranges) {
        const bool fits = (!range.min || *value >= *range.min) && (!range.max || *value <= *range.max);
        if (fits || holds(check.flow, use.action, use.owner, range.when) != Truth::yes) continue;
        report(check.diagnostics, out_of_range, weaker(info.evidence, range.evidence), use.value.span(),
               text({use.key ? quote(use.key.text()) : std::string("the item"), " is ", decimal(*value),
                     "; write a number ", bounds(range), info.unit.empty() ? "" : text({" ", info.unit}),
                     range.when.empty() ? "" : text({" ", under(range.when)})}));
        return;
    }
}

}  // namespace flowc::rules
