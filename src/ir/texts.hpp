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

/// What stands in the texts of a flow's parameters and operands: each is looked at once for all who ask.
class Texts {
  public:
    explicit Texts(const Flow& flow);

    /// Of a scalar that is no key.
    ValueForm form(Node value) const { return static_cast<ValueForm>(looks_[value.id()] & form_bits); }
    Signs signs(Node value) const { return Signs::of(looks_[value.id()] >> form_width); }
    /// Whether any value is of a form; a key may be empty, too.
    bool any(ValueForm form) const { return ((forms_ >> static_cast<unsigned>(form)) & 1u) != 0; }
    /// All references, those of keys among them, action by action.
    const std::vector<PlacedReference>& references() const { return references_; }

  private:
    /// Where a text stands.
    struct Place {
        ActionId action;
        Node operands;
    };
    void look_into(Node value, const Place& place);
    void look_at_key(Node key, const Place& place);
    ValueForm form_of(Node scalar, Signs signs, const Place& place);
    void see(ValueForm form) { forms_ |= 1u << static_cast<unsigned>(form); }
    void add_references(Node scalar, const Place& place);

    static constexpr unsigned form_width = 8;
    static constexpr std::uint32_t form_bits = (1u << form_width) - 1;
    std::vector<std::uint32_t> looks_;  ///< by node: its form, and its signs above
    std::vector<PlacedReference> references_;
    unsigned forms_ = 0;  ///< bits of `ValueForm`
};

}  // namespace flowc
