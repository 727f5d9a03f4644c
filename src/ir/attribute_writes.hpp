#pragma once

#include <vector>

#include "flowc/flow.hpp"

namespace flowc {

/// An attribute of a contact that an action writes: of this contact, or of one that it creates.
struct AttributeWrite {
    ActionId action;
    Node key;
    Node value;
    bool key_is_fixed;  ///< its name is known before the flow runs
    bool own;           ///< of the contact that is in the flow
};

/// All attributes that a flow writes, action by action.
std::vector<AttributeWrite> attribute_writes(const Flow& flow);

}  // namespace flowc
