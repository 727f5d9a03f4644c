#pragma once

#include <optional>

#include "flowc/syntax.hpp"

namespace flowc {

/// A function of CloudFormation's templates, in either spelling: `{"Fn::Sub": …}` and `!Sub …`.
struct TemplateFunction {
    std::string_view name;  ///< `Sub`, `Join`, `Ref`
    Node argument;
};

/// The function that a value is; nothing where it is a value of its own.
std::optional<TemplateFunction> template_function(Node value);

}  // namespace flowc
