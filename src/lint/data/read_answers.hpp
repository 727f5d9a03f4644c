#pragma once

#include <cstdint>

#include "lint/lint.hpp"

namespace flowc::lint {

/// The Lambdas, by their bits in `Answers`, whose answer some action of the flow reads.
std::uint64_t read_answers(const Lint& lint);

}  // namespace flowc::lint
