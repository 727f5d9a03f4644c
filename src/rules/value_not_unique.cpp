#include <unordered_map>

#include "ir/subject.hpp"
#include "rules/each_at.hpp"
#include "rules/report.hpp"
#include "rules/rule.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo value_not_unique{
    "value-not-unique",
    Category::validity,
    Severity::error,
    "a name that stands once in a flow stands there twice",
    "later actions read by the name what was found, and nobody can say which of the two they get",
    "AWS's guide: the name of a query of a data table is unique in the flow",
    "never, as far as is known"};

void check_value_not_unique(Check& check, const FlowRule& rule) {
    std::unordered_map<std::string_view, Node> first;
    for (const Action& action : check.flow.actions) {
        if (action.type != rule.type) continue;
        each_at(check.flow.node(action.parameters), rule.path, [&](Node value) {
            const auto word = literal(value);
            if (!word) return;
            const auto [known, is_new] = first.emplace(*word, value);
            if (is_new) return;
            const std::string_view name = rule.path.substr(rule.path.rfind('.') + 1);
            Diagnostic& finding = report(check.diagnostics, value_not_unique, rule.evidence, value.span(),
                                         text({"the ", quote(name), " ", quote(*word),
                                               " stands in this flow a second time; give each one of its own"}));
            finding.labels.push_back({known->second.span(), "the first one"});
            about(action, finding);
        });
    }
}

}  // namespace flowc::rules
