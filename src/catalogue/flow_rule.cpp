#include "catalogue/flow_rule.hpp"

#include <algorithm>

namespace flowc {

std::span<const FlowRule> flow_rules(ActionType type) {
    const auto rules = flow_rules();
    const auto first = std::partition_point(rules.begin(), rules.end(), [&](const FlowRule& rule) { return rule.type < type; });
    const auto last = std::partition_point(first, rules.end(), [&](const FlowRule& rule) { return rule.type == type; });
    return {first, last};
}

}  // namespace flowc
