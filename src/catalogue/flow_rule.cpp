#include "catalogue/flow_rule.hpp"

#include <vector>

namespace flowc {
namespace {

/// Every check of every action asks.
std::vector<std::span<const FlowRule>> rules_by_type() {
    std::vector<std::span<const FlowRule>> by_type(actions().size() + 1);
    for (const FlowRule& rule : flow_rules()) {
        std::span<const FlowRule>& of_type = by_type[static_cast<std::size_t>(rule.type)];
        of_type = {of_type.empty() ? &rule : of_type.data(), of_type.size() + 1};
    }
    return by_type;
}

}  // namespace

std::span<const FlowRule> flow_rules(ActionType type) {
    static const std::vector<std::span<const FlowRule>> by_type = rules_by_type();
    return by_type[static_cast<std::size_t>(type)];
}

}  // namespace flowc
