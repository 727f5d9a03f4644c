#include "lint/silence.hpp"

#include "ir/reference.hpp"
#include "lint/no_condition_holds.hpp"
#include "lint/passes.hpp"
#include "rules/value.hpp"

namespace flowc::lint {

namespace {

/// Whether an action chooses its way by what the caller entered, and by nothing else.
bool compares_input(const Flow& flow, const Action& action) {
    if (action.type == ActionType::unknown) return false;
    const ActionInfo& row = info(action.type);
    if (row.conditions.allowed == ConditionsInfo::Allowed::never) return false;
    for (const ParameterInfo& parameter : row.parameters) {
        if (parameter.kind != ParameterKind::reference) continue;
        const Node value = flow.node(action.parameters).find(parameter.name);
        return value.is_string() && references_in(value.text()) == References::whole &&
               parts_of(value.text()).space == "StoredCustomerInput";
    }
    return false;
}

}  // namespace

const Transition* way_of_silence(const Flow& flow, const Action& action) {
    if (!compares_input(flow, action)) return nullptr;
    for (const Transition& branch : flow.transitions_of(action, Transition::Kind::condition)) {
        const Node operands = flow.node(branch.operands);
        if (operands.size() != 1 || !is_known_test(branch.label)) return nullptr;
        const auto operand = rules::literal(*operands.items().begin());
        if (!operand) return nullptr;
        if (passes(silence, branch.label, *operand)) return &branch;
    }
    for (const Transition& branch : flow.transitions_of(action, Transition::Kind::error))
        if (branch.label == no_condition_holds) return &branch;
    return nullptr;
}

}  // namespace flowc::lint
