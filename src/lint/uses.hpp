#pragma once

#include <string_view>
#include <vector>

#include "ir/texts.hpp"

namespace flowc::lint {

/// A reference that stands in an action's parameters or in the operands of its conditions.
struct Use {
    ActionId action;
    std::string_view text;  ///< all of it: `$.Attributes.name`
    std::string_view
        space;  ///< its namespace: `Attributes`, `StoredCustomerInput`; a Lambda's answer is always `External`
    std::string_view key;  ///< what is asked for in it, without quotes: `name`; empty: nothing
    Span span;
    Node operands;  ///< the condition's operands that it stands among; absent: it stands in a parameter
};

/// The namespaces that whole rules speak of.
enum class Space : unsigned char { attributes, flow_attributes, external, stored_input, channel };

/// Which of them the references are of, as bits.
unsigned spaces_of(const std::vector<Use>& uses);

/// All references of a flow, action by action.
std::vector<Use> find_uses(const Flow& flow, const Texts& texts, const Sources& sources);

}  // namespace flowc::lint
