#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "emit/checked_flow.hpp"
#include "flowc/diagnostic.hpp"
#include "input/walk.hpp"
#include "linting/tally.hpp"

namespace flowc::cli {

using emit_detail::CheckedFlow;

/// The findings of one file.
struct Findings {
    const Diagnostics* diagnostics;
    const Sources* sources;
    std::string_view name{};                      ///< of the file that was checked; empty: a project's file
    std::span<const std::string> fingerprints{};  ///< one a finding, where they were asked for
    const std::vector<CheckedFlow>* flows = nullptr;
};

/// What `lint --format json` prints; `docs/lint-json.md` describes it.
std::string lint_json(const std::vector<Findings>& files, const std::vector<Unreadable>& unreadable,
                      const Tally& tally);

}  // namespace flowc::cli
