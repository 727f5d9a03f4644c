#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "forms/text_places.hpp"
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
    Node scalar;                  ///< whose text it is, or is part of
    Node operands;                ///< the condition's operands that it stands among; absent: it stands in a parameter
};

/// Which of them the references are of, as bits.
unsigned spaces_of(const std::vector<Use>& uses);

/// All references of a flow, action by action.
std::vector<Use> find_uses(const Texts& texts);

/// Where references stand. Only findings ask, and of one text mostly one after the other.
class UsePlaces {
  public:
    /// `json`: how the file of the flow is written; else as in YAML.
    UsePlaces(const Sources& sources, bool json) : sources_(sources), json_(json) {}

    Span of(const Use& use);

  private:
    const Sources& sources_;
    bool json_;
    NodeId scalar_ = no_node;
    std::optional<TextPlaces> places_;  ///< of that scalar
};

}  // namespace flowc::lint
