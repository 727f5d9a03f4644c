#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "lint/lint.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo two_instances{
    "two-instances",
    Category::portability,
    Severity::warning,
    "one flow names resources of two Amazon Connect instances",
    "a flow runs in one instance: what the other one has is refused when the flow is published, or fails in the call",
    "AWS's reference: a flow's queues, prompts, flows and hours are those of its instance; an ARN was forgotten when the "
    "flow was moved",
    "never, as far as is known"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// `us-east-1:111122223333:instance/…`: what tells an instance, of an ARN of Amazon Connect; empty: it is none.
std::string_view instance_of(std::string_view arn) {
    if (!arn.starts_with("arn:")) return {};
    const std::size_t service = arn.find(':', 4);
    if (service == std::string_view::npos || !arn.substr(service).starts_with(":connect:")) return {};
    const std::string_view rest = arn.substr(service + 9);
    const std::size_t instance = rest.find(":instance/");
    if (instance == std::string_view::npos) return {};
    return rest.substr(0, rest.find('/', instance + 10));
}

struct Named {
    std::string_view instance;
    Span span;
};

}  // namespace

void check_two_instances(const Lint& lint) {
    std::vector<Named> named;
    for (const Value& value : lint.values) {
        const std::string_view instance = instance_of(value.node.text());
        if (!instance.empty() && rules::literal(value.node)) named.push_back({instance, value.node.span()});
    }
    std::map<std::string_view, std::size_t> counts;
    for (const Named& one : named) ++counts[one.instance];
    if (counts.size() < 2) return;
    std::size_t most = 0;
    for (const auto& [instance, count] : counts) most = std::max(most, count);
    const auto has_most = [&](const Named& one) { return counts[one.instance] == most; };
    const Named& home = *std::find_if(named.begin(), named.end(), has_most);
    const auto rival = std::find_if(named.begin(), named.end(),
                                    [&](const Named& one) { return has_most(one) && one.instance != home.instance; });
    if (rival != named.end()) {
        lint.diagnostics
            .report(rules::two_instances, rival->span,
                    "resources of two instances stand in this flow, and nothing tells which is the flow's own; write "
                    "those of one instance")
            .labels.push_back({home.span, "one of the other instance"});
        return;
    }
    // The flow lives where most of its resources are.
    for (const Named& one : named) {
        if (one.instance == home.instance) continue;
        lint.diagnostics
            .report(rules::two_instances, one.span,
                    "this resource belongs to another instance than others of this flow; write the one of the flow's own "
                    "instance")
            .labels.push_back({home.span, "the instance of the others"});
    }
}

}  // namespace flowc::lint
