#pragma once

#include <string>
#include <vector>

#include "fixes/json_edit.hpp"
#include "flowc/diagnostic.hpp"

namespace flowc::rules {

/// Offers a way to mend a finding. Safe is what the service takes and no caller notices; anything that guesses what the
/// author meant is not. Edits of a compiled flow, which has no text of its own, are not offered.
inline void offer(Diagnostic& finding, std::string title, bool safe, std::vector<Edit> edits) {
    finding.fixes.push_back({std::move(title), safe, std::move(edits)});
}

}  // namespace flowc::rules
