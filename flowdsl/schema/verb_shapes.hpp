#pragma once

#include <optional>

#include "flowdsl/schema/value.hpp"
#include "flowdsl/words/verb.hpp"

namespace flowc::schema {

/// What stands behind a verb: by its kind, or where that says too little, by the verb's name.
Value verb_value(const dsl::VerbInfo& verb);

/// What stands behind an option of a verb, in the same way.
Value verb_option(const dsl::VerbInfo& verb, const dsl::OptionInfo& option);

/// The definitions that these refer to.
Value verb_definitions();

}  // namespace flowc::schema
