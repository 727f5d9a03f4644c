#include <algorithm>
#include <string>
#include <vector>

#include "catalogue/flow_rule.hpp"
#include "diagnostics/suggest.hpp"
#include "ir/named_flows.hpp"
#include "lint/lint.hpp"
#include "rules/each_at.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo flow_of_wrong_type{"flow-of-wrong-type",
                                  Category::routing,
                                  Severity::warning,
                                  "an action names a flow of a type that is not run there",
                                  "the flow is not run, or its actions are refused in the call: the contact takes the "
                                  "error branch, or the default flow is run",
                                  "AWS's guide says of each hook and transfer which flows the console offers; the "
                                  "service was seen to create one with another",
                                  "the flow that is named is of another type than its file says"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// What is known of the flows that a value of an action may name; null: nothing.
const FlowRule* rule_of(const Lint& lint, const NamedFlow& named) {
    const Action& action = lint.flow.actions[named.action];
    for (const FlowRule& rule : flow_rules(action.type)) {
        if (rule.kind != FlowRule::Kind::names_flow_of) continue;
        bool is_here = false;
        rules::each_at(lint.parameters(action), rule.path,
                       [&](Node value) { is_here = is_here || value.id() == named.value.id(); });
        if (is_here) return &rule;
    }
    return nullptr;
}

}  // namespace

void check_flow_of_wrong_type(const Lint& lint) {
    if (!lint.others.set()) return;
    for (const NamedFlow& named : named_flows(lint.flow)) {
        const FlowRule* rule = rule_of(lint, named);
        if (!rule) continue;
        const FlowSet::Entry entry = lint.others.find(named);
        if (!entry || !entry.flow->says_type || entry.flow->type == FlowType::unknown) continue;
        const std::string_view type = info(entry.flow->type).api;
        if (std::find(rule->names.begin(), rule->names.end(), type) != rule->names.end()) continue;
        const std::string called = entry.flow->name.empty() ? std::string("this one") : quote(entry.flow->name);
        if (lint.compiled()) {
            std::vector<std::string_view> names;
            for (const std::string_view name : rule->names)
                if (const auto known = flow_type_from_api(name)) names.push_back(info(*known).dsl);
            lint.report(named.action, rules::flow_of_wrong_type, named.value.span(),
                        rules::text({"a flow of the type ", list(names, "or"), " runs here, and ", called,
                                     " is of the type ", quote(info(entry.flow->type).dsl), "; name another flow"}));
            continue;
        }
        lint.report(named.action, rules::flow_of_wrong_type, named.value.span(),
                    rules::text({quote(rule->path.substr(rule->path.rfind('.') + 1)), " runs flows of the type ",
                                 list(rule->names, "or"), ", and ", called, " is of the type ", quote(type),
                                 "; name another flow"}));
    }
}

}  // namespace flowc::lint
