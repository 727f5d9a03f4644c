#pragma once

#include <optional>
#include <string>

#include "flowc/syntax.hpp"

namespace flowc {

/// A function of CloudFormation's templates, in either spelling: `{"Fn::Sub": …}` and `!Sub …`.
struct TemplateFunction {
    std::string_view name;  ///< `Sub`, `Join`, `Ref`
    Node argument;
};

/// The function that a value is; nothing where it is a value of its own.
std::optional<TemplateFunction> template_function(Node value);

/// Whether it is a `Fn::Join` whose parts are there to be seen.
bool is_join(const TemplateFunction& function);
/// Of such a one the list of its parts.
Node parts_of_join(const TemplateFunction& join);

/// The name of what a function stands for, as a placeholder: `Queue.Arn` for `{"Fn::GetAtt": ["Queue", "Arn"]}`.
std::string placeholder_name(Node value);

/// The scalar that a value says: itself, or the pattern of a `Fn::Sub`; absent where it says nothing by itself.
Node scalar_of(Node value);

}  // namespace flowc
