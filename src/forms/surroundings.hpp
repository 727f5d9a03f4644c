#pragma once

#include <array>
#include <string_view>

#include "flowc/catalogue.hpp"
#include "flowc/syntax.hpp"

namespace flowc {

/// What the mappings around a text say of the flow in it: the API's bodies and answers, CloudFormation's and
/// Terraform's resources, wrappers of all kinds.
struct Surroundings {
    std::string_view name;      ///< beside the text
    std::string_view arn;       ///< beside the text
    std::string_view id;        ///< the same
    std::string_view resource;  ///< what a template calls the resource
    std::string_view kind;      ///< of the resource, where resources stand below their kind, as Terraform has them
    FlowType type = FlowType::unknown;  ///< beside the text, or by the kind of the resource
    Node settings;                      ///< beside the text: the contract of a module
    Node no_type;                       ///< a word beside the text that is nearly a type, and none
    bool holds_flow = false;            ///< what stands here under `Content` can be nothing else
    bool needs_flow = false;            ///< the same, beyond doubt: `Content` without a flow is refused
    bool is_template = false;           ///< some later step fills the texts in here

    /// The same within `mapping`, which stands under `key`.
    Surroundings within(Node mapping, std::string_view key) const;
};

/// What the kinds of Terraform's resources begin with here.
inline constexpr std::string_view terraform_resource = "aws_connect_";

/// How a text begins that Terraform writes as JSON.
inline constexpr std::string_view terraform_encoding = "${jsonencode(";

/// The API's word for the type of flow that is meant by one that is none; empty: nothing is near.
std::string_view nearest_flow_type(std::string_view word);

/// Whether a key is the one that the API, and all who call it, write the flow under.
inline constexpr std::array<std::string_view, 2> content_keys{"Content", "content"};
inline bool is_content_key(std::string_view key) { return key == content_keys[0] || key == content_keys[1]; }

}  // namespace flowc
