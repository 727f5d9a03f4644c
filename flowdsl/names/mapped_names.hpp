#pragma once

#include <string>
#include <string_view>

#include "flowdsl/names/name_flow.hpp"
#include "flowdsl/names/name_use.hpp"

namespace flowc::dsl {

/// The attribute that holds the copy of a resource's name that the mapping Lambda has bound (`attributes`).
std::string copied_name(std::string_view resource);

/// Reports a resource's name that is bound while the call runs, where what it is read from may not be there: no mapping
/// Lambda before it on some path, another Lambda's answer in its place (`external`), or the attribute that holds the copy
/// written over (`attributes`).
void check_mapped_name(const BoundName& name, const NameFlow& names, const std::vector<const ActionDraft*>& order,
                       const FlowHead& head, Diagnostics& diagnostics);

/// The mapping Lambda's answer has one field for a name, whatever it is the name of: reports a second kind of resource.
void check_one_kind_a_name(const std::vector<BoundName>& names, Diagnostics& diagnostics);

}  // namespace flowc::dsl
