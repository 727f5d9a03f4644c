#pragma once

#include "flowdsl/schema/value.hpp"
#include "flowdsl/words/verb.hpp"

namespace flowc::schema {

/// What of a step goes together: a list of schemas of the whole step; empty where every option says something with every value.
Value verb_forms(const dsl::VerbInfo& verb);

/// The same of `action`: what each type takes by the service's own names.
Value action_forms();

}  // namespace flowc::schema
