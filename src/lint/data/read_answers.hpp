#pragma once

#include <cstdint>

#include "lint/lint.hpp"

namespace flowc::lint {

/// Whether a reference reads what a Lambda has answered.
inline bool is_answer(const Use& use) { return use.space == Space::external || use.space_name == "LambdaInvocation"; }

/// The Lambdas, by their bits in `Answers`, whose answer some action of the flow reads.
std::uint64_t read_answers(const Lint& lint);

}  // namespace flowc::lint
