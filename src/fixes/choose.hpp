#pragma once

#include <cstddef>
#include <vector>

#include "flowc/diagnostic.hpp"

namespace flowc::fixes {

/// The edits of fixes that can be made together.
struct Chosen {
    std::vector<Edit> edits;
    std::size_t fixes = 0;  ///< how many
};

/// Of every finding its first fix that is `safe`, or any where others are wanted, too. Where two fixes meet, the finding
/// that comes first wins. Of findings whose places lie in `file` alone.
Chosen choose(const std::vector<Diagnostic>& findings, const SourceFile& file, bool unsafe_too);

/// The fix of a finding that would be made; null: none.
const Fix* fix_of(const Diagnostic& finding, bool unsafe_too);

}  // namespace flowc::fixes
