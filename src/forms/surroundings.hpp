#pragma once

#include <string_view>

#include "flowc/catalogue.hpp"
#include "flowc/syntax.hpp"

namespace flowc {

/// What the mappings around a text say of the flow in it: the API's bodies and answers, CloudFormation's and
/// Terraform's resources, wrappers of all kinds.
struct Surroundings {
    std::string_view name;              ///< beside the text
    std::string_view resource;          ///< what a template calls the resource
    FlowType type = FlowType::unknown;  ///< beside the text, or by the kind of the resource
    bool holds_flow = false;            ///< what stands here under `Content` can be nothing else
    bool is_template = false;           ///< some later step fills the texts in here

    /// The same within `mapping`, which stands under `key`.
    Surroundings within(Node mapping, std::string_view key) const;
};

/// Whether a key is the one that the API, and all who call it, write the flow under.
inline bool is_content_key(std::string_view key) { return key == "Content" || key == "content"; }

}  // namespace flowc
