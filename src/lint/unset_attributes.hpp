#pragma once

#include <string_view>
#include <vector>

#include "lint/lint.hpp"

namespace flowc::lint {

/// An attribute that is read, and that no flow of the set sets.
struct UnsetAttribute {
    const Use* use;          ///< where it is read first
    std::string_view meant;  ///< one that is set, and differs by a slip of the hand; empty: none does
};

/// Each of a flow's once; none where not all flows are known, or one writes attributes whose names only the run knows.
/// What is written in the flow language says itself what it expects from outside, and is held to it.
std::vector<UnsetAttribute> unset_attributes(const Lint& lint);

}  // namespace flowc::lint
