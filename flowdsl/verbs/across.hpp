#pragma once

#include <algorithm>

#include "flowdsl/lowering/flow_lowering.hpp"
#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

/// What stands for a text that is joined of the words in two places: from the first of them to the end of the other. An
/// argument of a definition may lie in another text than the step; then `one` stands for both.
inline Span across(StepContext& step, Span one, Span other) {
    const Sources& sources = step.flow().sources();
    if (other.empty() || sources.file_at(one.begin) != sources.file_at(other.begin)) return one;
    return {std::min(one.begin, other.begin), std::max(one.end, other.end)};
}

}  // namespace flowc::dsl
