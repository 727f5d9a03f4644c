#pragma once

#include <string>

#include "rules/rule.hpp"

/// What the rules about whole objects share.
namespace flowc::rules {

/// Whether the object has to have this property: always, or by a condition that holds.
bool is_required(const Check& check, const ObjectUse& use, const ParameterInfo& property);

/// Whether a value stands at that path, or such a branch: not an empty string, which is a fault of its own.
bool is_given(const Check& check, const ObjectUse& use, std::string_view path);

/// How many of these are required by themselves and not there.
std::size_t missing_of(const Check& check, const ObjectUse& use, std::span<const std::string_view> paths);

/// What the object is called in messages: the action's type, or the parameter.
std::string subject(const ObjectUse& use);

/// A path in words: a parameter, or `condition:X` as "the condition `X`".
std::string named(std::string_view path);

/// A condition in words, with what leads them in: "with `StoreInput` `False`", "without `EnableDTMFBuffer`".
std::string under(Condition condition);

}  // namespace flowc::rules
