#include "ir/infer_type.hpp"

#include <algorithm>
#include <bit>

namespace flowc {

namespace {

/// Where any source allows an action.
std::uint16_t allowed(const ActionInfo& row) {
    return static_cast<std::uint16_t>(row.reference_types.bits | row.admin_guide_types.bits | row.export_types.bits);
}

/// The only type where the sources allow an action; exports alone are too few to tell.
FlowType only_type(const ActionInfo& row) {
    if (!row.reference_types.known && !row.admin_guide_types.known) return FlowType::unknown;
    const std::uint16_t types = allowed(row);
    return std::has_single_bit(types) ? static_cast<FlowType>(std::countr_zero(types)) : FlowType::unknown;
}

/// The sources that say in which flows an action may stand do not speak of modules.
bool allows(const ActionInfo& row, FlowType type) {
    if (std::find(row.refused_types.begin(), row.refused_types.end(), type) != row.refused_types.end()) return false;
    return type == FlowType::module || allowed(row) == 0 || (allowed(row) >> static_cast<unsigned>(type) & 1u) != 0;
}

}  // namespace

FlowType infer_type(const Flow& flow) {
    FlowType type = FlowType::unknown;
    for (const Action& action : flow.actions) {
        if (action.type == ActionType::unknown) continue;
        const FlowType only = only_type(info(action.type));
        // A module may do what flows of one type do.
        if (only == FlowType::unknown || only == type || type == FlowType::module) continue;
        if (type != FlowType::unknown && only != FlowType::module) return FlowType::unknown;
        type = only;
    }
    if (type == FlowType::unknown) return type;
    const bool fits = std::all_of(flow.actions.begin(), flow.actions.end(), [&](const Action& action) {
        return action.type == ActionType::unknown || allows(info(action.type), type);
    });
    return fits ? type : FlowType::unknown;
}

}  // namespace flowc
