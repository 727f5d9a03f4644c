#include "lint/graph/loops.hpp"
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

/// Reports where a region without a way out is entered first. A circle in which nothing waits is `endless-cycle`'s.
void check_no_way_out(const Lint& lint) {
    if (!lint.whole || circles_by_design(lint.flow.type)) return;
    const Flow& flow = lint.flow;
    const std::uint32_t count = lint.graph.component_count();
    std::vector<bool> leaves(count, false);
    std::vector<bool> waits(count, false);
    std::vector<ActionId> entry(count, no_action);
    for (ActionId id = 0; id < flow.actions.size(); ++id) {
        const std::uint32_t part = lint.graph.component(id);
        const ActionInfo* row = lint.row(flow.actions[id]);
        if (entry[part] == no_action && lint.graph.reachable(id)) entry[part] = id;
        if (!row || row->next_action != NextAction::required ||
            has_any(row, {Effect::leaves_to_flow, Effect::leaves_to_queue, Effect::leaves_to_agent,
                          Effect::leaves_to_third_party, Effect::calls_module, Effect::disconnects, Effect::ends_flow}))
            leaves[part] = true;
        if (has_any(row, {Effect::waits_for_input, Effect::waits_for_time})) waits[part] = true;
        for (const Transition& edge : flow.transitions_of(flow.actions[id]))
            if (edge.target != no_action && lint.graph.component(edge.target) != part) leaves[part] = true;
    }
    // What leaves a region leads into one with a smaller number, so a region without an exit is a last one.
    for (std::uint32_t part = 0; part < count; ++part) {
        if (entry[part] == no_action || leaves[part] || !waits[part]) continue;
        const Action& action = flow.actions[entry[part]];
        lint.report(action, rules::no_way_out, action.identifier_span,
                    rules::text({"from this ", quote(action.type_name),
                                 " no way leads to a hang-up, a transfer or an end; add one, such as "
                                 "when the tries of a Loop are used up"}));
    }
}

}  // namespace flowc::lint
