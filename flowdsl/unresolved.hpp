#pragma once

#include <vector>

#include "flowc/compile.hpp"

namespace flowc::dsl {

/// One error that lists every name that nothing gives an ARN for, with did-you-mean, at the first of them.
void report_unresolved(const std::vector<Resource>& unresolved, const Environment* environment, Diagnostics& diagnostics);

}  // namespace flowc::dsl
