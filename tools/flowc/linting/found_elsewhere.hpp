#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linting/lint_json.hpp"

namespace flowc::cli {

/// What was found in one file while another was read: in the project's file, in its environment or in a file that is included.
struct FoundElsewhere {
    std::string_view file;  ///< a name that `sources` holds
    const Sources* sources;
    Diagnostics found;
    std::vector<std::string> fingerprints{};  ///< one a finding, where they were asked for
};

/// Takes out of `found`, which is sorted, what does not stand in the file `own`.
std::vector<FoundElsewhere> take_elsewhere(Diagnostics& found, const Sources& sources, std::string_view own);

/// Every flow of a project finds the same fault in a file that all share. Here each is left once, sorted by file and place, and
/// none that a file of the run, in `own`, has found in itself.
std::vector<FoundElsewhere> told_once(std::vector<FoundElsewhere> all, const std::vector<Findings>& own);

}  // namespace flowc::cli
