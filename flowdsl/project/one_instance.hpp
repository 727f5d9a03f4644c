#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "flowc/catalogue.hpp"
#include "flowc/diagnostic.hpp"

namespace flowc::dsl {

/// The ARN of a named resource, and where it is written.
struct PlacedArn {
    std::string_view name;
    std::string_view arn;
    Span span;
    std::size_t more = 0;                    ///< ARNs behind it in the same list, of the same place
    bool listed = false;                     ///< by a command, so that nobody writes it
    ResourceKind kind = ResourceKind::none;  ///< under which it stands; none: nobody asks
};

/// An environment is one instance: reports every ARN that names another instance, account or Region than most do. Of
/// services beside Connect that is a warning, for the service calls Lambdas of other Regions where they permit it.
void check_one_instance(const std::vector<PlacedArn>& arns, Diagnostics& diagnostics);

}  // namespace flowc::dsl
