#pragma once

#include <optional>
#include <string_view>

#include "flowc/catalogue.hpp"

namespace flowc {

/// Which kind of resource an ARN names; none: it is no ARN, or one that tells nothing.
ResourceKind resource_kind_of_arn(std::string_view arn);

/// The service that an ARN names: `connect`, `s3`; empty: it is no ARN.
std::string_view service_of_arn(std::string_view arn);

/// Whether two kinds are one: a user of the instance is an agent under another name.
bool is_same_kind(ResourceKind a, ResourceKind b);

/// Whether an ARN can name a resource of a kind, by what is known of the ARNs of its service.
bool may_name(std::string_view arn, ResourceKind kind);
/// The same where the kind that the ARN names has been found.
bool may_name(std::string_view arn, ResourceKind found, ResourceKind kind);

/// Whether the service gives the resources of a kind UUIDs for ids, in every export that is known.
bool is_named_by_uuid(ResourceKind kind);

/// The last part of an ARN, or of an id: `q` of `…/instance/i/queue/q`, without a version behind it.
std::string_view id_of_arn(std::string_view arn);

/// Eight, four, four, four and twelve hexadecimal digits.
bool is_uuid(std::string_view text);

/// Where a resource is, by its ARN.
struct ArnPlace {
    std::string_view service;
    std::string_view region;
    std::string_view account;   ///< twelve digits, or `aws` for what the service brings along
    std::string_view instance;  ///< the id behind `instance/`; empty: the ARN names none
};
/// Nothing for a text that is no ARN.
std::optional<ArnPlace> place_of_arn(std::string_view arn);

}  // namespace flowc
