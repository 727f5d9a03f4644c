#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "flowdsl/document/compile_time_values.hpp"

namespace flowc::dsl {

/// `define: name`: steps that several places use.
struct Definition {
    std::string_view name;
    Span name_span;
    Span span;  ///< the whole document
    std::vector<Node> params;
    Node steps;
    Node blocks;
    Node vars;  ///< those of the defaults before it: for what the flow that uses it gives no value
};

/// Definitions by name.
using Definitions = std::map<std::string_view, Definition>;

/// Reads a document that holds `define`; what its steps say is read where it is used, and `${name}` in them stands for
/// what it stands for there.
Definition read_definition(SyntaxTree& tree, Node document, CompileTimeValues& values, Node vars,
                           Diagnostics& diagnostics);

}  // namespace flowc::dsl
