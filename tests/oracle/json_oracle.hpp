#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "flowc/diagnostic.hpp"
#include "flowc/syntax.hpp"

namespace flowc::oracle {

/// Where flowc's reader of JSON means to differ from nlohmann's: json_differences.json.
const nlohmann::json& differences();

/// Whether a difference is about this finding.
bool explains(const nlohmann::json& difference, const Diagnostic& found);

/// The number of the error for which nlohmann's parser refuses a text; 0: it takes it.
int nlohmann_error(std::string_view text);

/// How what was read in a text differs from what nlohmann's parser reads in it, in words; empty: in nothing but what is
/// listed.
std::string disagreement(std::string_view text, const SyntaxTree& tree, const Diagnostics& found);

}  // namespace flowc::oracle
