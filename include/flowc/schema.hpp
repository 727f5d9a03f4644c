#pragma once

#include <string>

#include "flowc/export.hpp"

/// What flowc knows as JSON Schemas, for editors and for validators that are not flowc. Draft 2020-12; beside `$defs`
/// they hold only keywords that readers of draft-07 take the same way. A schema refuses nothing that flowc takes
/// without an error, but for action types that nobody has heard of and keys beside those of an action and of its
/// transitions. Of what flowc refuses they refuse what a schema can express: the rules whose `shape` says so.
namespace FLOWC_PUBLIC flowc {

/// A Flow-language document, from the catalogue. `#/$defs/module` in it is the content of a module.
std::string flow_schema();

/// One YAML document of a `*.flow.yaml`, from the tables of the verbs. Both readings of a plain scalar are taken:
/// `on` as text and as true, `3` as text and as number.
std::string dsl_schema();

}  // namespace flowc
