#include "ir/condition.hpp"
#include "rules/report.hpp"
#include "rules/requirements.hpp"
#include "rules/rule.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo out_of_range{"out-of-range",
                            Category::validity,
                            Severity::error,
                            "a number is smaller or larger than its parameter takes",
                            "the service refuses the flow: \"Invalid Action property value\"",
                            "AWS's reference; a limit of the console alone that exports exceed is none",
                            "AWS has widened the range since the catalogue was written",
                            true};

namespace {

std::string bounds(const Range& range) {
    if (range.min && range.max) return text({"from ", std::to_string(*range.min), " to ", std::to_string(*range.max)});
    return range.min ? text({"of at least ", std::to_string(*range.min)})
                     : text({"of at most ", std::to_string(*range.max)});
}

/// ` seconds`, ` second` behind a bound of one.
std::string unit_of(const ParameterInfo& info, const Range& range) {
    if (info.unit.empty()) return {};
    const bool one = range.min.value_or(1) == 1 && range.max.value_or(1) == 1 && info.unit.ends_with('s');
    return text({" ", info.unit.substr(0, info.unit.size() - (one ? 1 : 0))});
}

/// Whether a whole number is in the range. A number of JSON may be written as no whole one is elsewhere.
bool fits(std::string_view word, const Range& range) {
    if (is_whole_number(word))
        return (!range.min || compare_whole(word, *range.min) >= 0) &&
               (!range.max || compare_whole(word, *range.max) <= 0);
    const std::optional<double> value = number(word);
    return value && (!range.min || *value >= static_cast<double>(*range.min)) &&
           (!range.max || *value <= static_cast<double>(*range.max));
}

}  // namespace

void check_out_of_range(Check& check, const ParameterUse& use, const ParameterInfo& info) {
    const std::optional<std::string_view> word = literal(use, info);
    if (!word) return;
    if (!is_whole(use.value)) return;
    constexpr std::size_t longest = 24;  // of a number that is shown as it stands
    for (const Range& range : info.ranges) {
        if (fits(*word, range) || holds(check.flow, use.action, use.owner, range.when) != Truth::yes) continue;
        report(check.diagnostics, out_of_range, weaker(info.evidence, range.evidence), use.value.span(),
               text({called(use.key), " is ", word->size() > longest ? quote(*word) : std::string(*word),
                     "; write a number ", bounds(range), unit_of(info, range),
                     range.when.empty() ? "" : text({" ", under(range.when)})}));
        return;
    }
}

}  // namespace flowc::rules
