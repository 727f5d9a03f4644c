#pragma once

#include "flowc/catalogue.hpp"

namespace flowc {

/// What the service asks of several values of an action, or of several actions of a flow, together: compiled from the
/// rules of `schemas/actions/<Type>.json`. For people the action's own rules say the same in words.
struct FlowRule {
    enum class Kind : std::uint8_t {
        unique_in_flow,          ///< no two values at `path` are equal, in all actions of the type
        at_most_together,        ///< an action has at most `most` values at `path`
        at_most_bytes,           ///< what an action has at `path` is at most `most` bytes long, keys too
        accepted_by_module,      ///< the keys at `path` are names that the module accepts which the action invokes
        branches_of_module,      ///< the operands of its branches are that module's results; `path` names it
        result_of_own_module,    ///< the value at `path` is a result of the module that the action stands in
        produced_by_own_module,  ///< the keys at `path` are names that this module produces
        names_flow_of,           ///< the value at `path` names a flow of one of the types `names`
        barred_behind            ///< behind the branch `path` no action of the types `names` may stand
    };
    Kind kind;
    ActionType type;
    std::string_view path;                    ///< dotted; of lists on the way every item is meant
    std::span<const std::string_view> names;  ///< of action types, or the API's of flow types
    std::uint32_t most = 0;
    Evidence evidence = Evidence::reference;
};

/// All rules, sorted by type.
std::span<const FlowRule> flow_rules();
/// Those of one type, of which most have none.
std::span<const FlowRule> flow_rules(ActionType type);

}  // namespace flowc
