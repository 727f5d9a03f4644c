#include "rules/report.hpp"
#include "rules/rule.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo item_count{"item-count",
                          Category::validity,
                          Severity::error,
                          "a list or a map among the parameters has too few or too many items",
                          "the service refuses the flow, as with \"More than 6 tags in Parameters.Tags\"",
                          "seen at the service for tags and tag keys; else AWS's reference",
                          "AWS allows another number than was seen",
                          true};

void check_item_count(Check& check, const ParameterUse& use, const ParameterInfo& info) {
    if (!use.value.is_sequence() && !use.value.is_mapping()) return;
    const std::optional<std::uint32_t> least = info.min_items;
    const std::optional<std::uint32_t> most = info.max_items;
    const std::size_t count = use.value.size();
    const bool few = least && count < *least;
    if (!few && !(most && count > *most)) return;
    report(check.diagnostics, item_count, info.evidence, use.key ? use.key.span() : use.value.span(),
           text({called(use.key), " has ", count == 0 ? std::string("no item") : counted(count, "item"),
                 few ? text({"; it needs at least ", std::to_string(*least)})
                     : text({"; it takes at most ", std::to_string(*most)})}));
}

}  // namespace flowc::rules
