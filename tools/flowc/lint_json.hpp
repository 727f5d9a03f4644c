#pragma once

#include <string>
#include <vector>

#include "flowc/diagnostic.hpp"
#include "tally.hpp"
#include "walk.hpp"

namespace flowc::cli {

/// The findings of one file.
struct Findings {
    const Diagnostics* diagnostics;
    const Sources* sources;
};

/// What `lint --format json` prints; `docs/lint-json.md` describes it.
std::string lint_json(const std::vector<Findings>& files, const std::vector<Unreadable>& unreadable,
                      const Tally& tally);

}  // namespace flowc::cli
