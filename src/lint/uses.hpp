#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "ir/texts.hpp"

namespace flowc::lint {

/// The namespaces that whole rules speak of.
enum class Space : unsigned char { attributes, flow_attributes, external, stored_input, channel, queue, other };
inline constexpr std::array<std::string_view, 6> space_names{
    "Attributes", "FlowAttributes", "External", "StoredCustomerInput", "Channel", "Queue"};  // by `Space`

/// Those whose names something holds for, as bits.
template <typename Holds>
unsigned spaces_with(const Holds& holds) {
    unsigned spaces = 0;
    for (std::size_t i = 0; i < space_names.size(); ++i)
        if (holds(space_names[i])) spaces |= 1u << i;
    return spaces;
}
constexpr bool is_one_of(unsigned spaces, Space space) { return ((spaces >> static_cast<unsigned>(space)) & 1u) != 0; }

/// A reference that stands in an action's parameters or in the operands of its conditions.
struct Use {
    ActionId action;
    Space space;
    std::string_view text;        ///< all of it: `$.Attributes.name`
    std::string_view space_name;  ///< `Attributes`, `StoredCustomerInput`; a Lambda's answer is always `External`
    std::string_view key;         ///< what is asked for in it, without quotes: `name`; empty: nothing
    Span span;
    Node operands;  ///< the condition's operands that it stands among; absent: it stands in a parameter
};

/// Which of them the references are of, as bits.
unsigned spaces_of(const std::vector<Use>& uses);

/// All references of a flow, action by action.
std::vector<Use> find_uses(const Flow& flow, const Texts& texts, const Sources& sources);

}  // namespace flowc::lint
