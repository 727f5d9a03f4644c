#include "lint/graph/leads_nowhere.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo no_way_out{"no-way-out",
                          Category::graph,
                          Severity::warning,
                          "from here on no way leads to a hang-up, a transfer or the flow's end",
                          "the only way to leave is for the caller to hang up",
                          "the service accepts it as far as is known; only customer queue and hold flows are made to "
                          "run until they are interrupted",
                          "something outside ends the contact, such as a Lambda that calls StopContact"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// The regions from an action of which contacts may go on to a place that is not known.
ActionSet open_regions(const Lint& lint) {
    ActionSet open(lint.graph.component_count());
    for (const ActionId id : lint.open_ways) open.add(lint.graph.component(id));
    return open;
}

}  // namespace

/// Reports where a region without a way out is entered first. A circle in which nothing waits is `endless-cycle`'s.
void check_no_way_out(const Lint& lint) {
    if (lint.flow.is_open || circles_by_design(lint.flow.type)) return;
    const ActionSet open = open_regions(lint);
    // What leaves a region leads into one with a smaller number, so a region without an exit is a last one.
    for (std::uint32_t number = 0; number < lint.graph.component_count(); ++number) {
        const Region& region = lint.graph.regions()[number];
        if (!leads_nowhere(region) || open.has(number) || !lint.graph.reachable(region.entry)) continue;
        const Action& action = lint.flow.actions[region.entry];
        lint.report(action, rules::no_way_out, action.identifier_span,
                    rules::text({"from this ", quote(action.type_name),
                                 " no way leads to a hang-up, a transfer or an end; add one, such as "
                                 "when the tries of a Loop are used up"}));
    }
}

}  // namespace flowc::lint
