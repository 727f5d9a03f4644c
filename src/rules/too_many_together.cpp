#include "ir/subject.hpp"
#include "rules/each_at.hpp"
#include "rules/report.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo too_many_together{"too-many-together",
                                 Category::validity,
                                 Severity::error,
                                 "the lists of an action have too many items in all",
                                 "the service refuses the flow, though no list is too long by itself",
                                 "AWS's guide has the number",
                                 "AWS has raised the number since"};

void check_too_many_together(Check& check, const FlowRule& rule) {
    for (const Action& action : check.flow.actions) {
        if (action.type != rule.type) continue;
        std::size_t count = 0;
        Node first_too_many;
        each_at(check.flow.node(action.parameters), rule.path, [&](Node item) {
            if (++count == rule.most + std::size_t{1}) first_too_many = item;
        });
        if (count <= rule.most) continue;
        about(action, report(check.diagnostics, too_many_together, rule.evidence, first_too_many.span(),
                             text({quote(rule.path.substr(rule.path.rfind('.') + 1)), " has ", counted(count, "item"),
                                   " in all its lists together; ", quote(info(rule.type).name), " takes at most ",
                                   std::to_string(rule.most), ", so use several actions"})));
    }
}

}  // namespace flowc::rules
