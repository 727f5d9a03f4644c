#include "ir/branches.hpp"

#include <array>

namespace flowc {

BranchCount count_branches(const Flow& flow, const Action& action) {
    BranchCount count;
    const std::span<const Transition> all = flow.transitions_of(action);
    std::array<std::uint32_t, 3> of{};
    for (const Transition& branch : all) {
        ++of[static_cast<std::size_t>(branch.kind)];
        count.dangling |= branch.target == no_action;
    }
    count.next = of[0];
    count.conditions = of[1];
    if (action.type == ActionType::unknown) {
        count.others = true;
        return count;
    }
    const ActionInfo& row = info(action.type);
    for (const Transition& branch : all.last(of[2])) {
        const ErrorInfo* error = find_error(row, branch.label);
        if (!error) {
            count.others = true;
            continue;
        }
        const std::uint64_t bit = bit_of(row, *error);
        count.twice |= (count.known_errors & bit) != 0;
        count.known_errors |= bit;
    }
    return count;
}

}  // namespace flowc
