#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "flowc/flow.hpp"
#include "ir/value_form.hpp"
#include "source/signs.hpp"

namespace flowc {

/// A reference, and where it stands.
struct PlacedReference {
    ActionId action;
    Node scalar;
    Node operands;          ///< the condition's operands that it stands among; absent: it stands in a parameter
    std::string_view text;  ///< all of it: `$.Attributes.name`
};

/// What stands in the texts of a flow's parameters and operands, keys among them but the names of the parameters: each is looked at
/// once for all who ask.
class Texts {
  public:
    explicit Texts(const Flow& flow);

    ValueForm form(NodeId value) const { return static_cast<ValueForm>(looks_[value] & form_bits); }
    ValueForm form(Node value) const { return form(value.id()); }
    Signs signs(NodeId value) const { return Signs::of(looks_[value] >> form_width); }
    Signs signs(Node value) const { return signs(value.id()); }
    /// Whether any of them is of that form.
    bool any(ValueForm form) const { return ((forms_ >> static_cast<unsigned>(form)) & 1u) != 0; }
    /// Whether one of the signs stands in any of them.
    bool any(Signs::Sign sign) const { return (seen_ & sign) != 0; }
    /// All references, action by action.
    const std::vector<PlacedReference>& references() const { return references_; }

  private:
    /// Where a text stands.
    struct Place {
        ActionId action;
        Node operands;
    };
    /// What stands below `top`, which are an action's parameters or a condition's operands.
    void look_below(const Flow& flow, NodeId top, const Place& place);
    /// Of a text in which a reference or a placeholder may begin.
    ValueForm form_of(Node scalar, Signs signs, const Place& place);

    static constexpr unsigned form_width = 8;
    static constexpr std::uint32_t form_bits = (1u << form_width) - 1;
    std::vector<std::uint32_t> looks_;  ///< by node: its form, and its signs above
    std::vector<PlacedReference> references_;
    unsigned forms_ = 0;      ///< bits of `ValueForm`
    std::uint32_t seen_ = 0;  ///< the signs of all
};

}  // namespace flowc
