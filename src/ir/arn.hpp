#pragma once

#include <string_view>

#include "flowc/catalogue.hpp"

namespace flowc {

/// Which kind of resource an ARN names; none: it is no ARN, or one that tells nothing.
ResourceKind resource_kind_of_arn(std::string_view arn);

}  // namespace flowc
