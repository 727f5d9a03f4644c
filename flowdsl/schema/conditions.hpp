#pragma once

#include "flowc/catalogue.hpp"
#include "flowdsl/schema/value.hpp"

namespace flowc::schema {

/// Where a condition is asked: at the object that its paths start from, or at the action that holds that object as its
/// `Parameters`, where it can also ask for branches.
enum class Scope { object, action };

/// A schema that takes exactly the places where the condition is sure to hold.
Value holds(Condition condition, Scope scope);
/// A schema that takes exactly the places where it is sure not to hold; what only run time or a later step can tell is
/// neither.
Value fails(Condition condition, Scope scope);
/// The same for one path that has to be there.
Value is_present(std::string_view path, Scope scope);

/// Whether the condition, or a path in it, asks for branches.
bool asks_for_branches(std::string_view path);
bool asks_for_branches(Condition condition);
/// Whether the condition holds where no parameter is given.
bool holds_of_nothing(Condition condition);

}  // namespace flowc::schema
