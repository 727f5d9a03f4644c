#pragma once

#include <string_view>

namespace flowc::lint {

/// Whether a text fits a condition of one operand. Only what is certain: a text that is no number passes no number test,
/// and an operator that is not known here is passed by nothing.
bool passes(std::string_view text, std::string_view operator_, std::string_view operand);
/// Whether `passes` knows an operator.
bool is_known_test(std::string_view operator_);

}  // namespace flowc::lint
