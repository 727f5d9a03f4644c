#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "flowc/diagnostic.hpp"

namespace flowc::cli {

/// What a run has seen.
struct Tally {
    std::size_t files = 0;    ///< worked on
    std::size_t skipped = 0;  ///< found in folders, and no flows
    std::size_t unreadable = 0;
    std::size_t unwritten = 0;  ///< the fixes of so many files could not be written
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t notes = 0;
    std::size_t compiled = 0;        ///< files that are compiled from sources of the run
    std::size_t inferred = 0;        ///< flows whose type nobody says but their actions
    std::size_t fixable = 0;         ///< findings with a safe fix
    std::size_t unsafe_fixable = 0;  ///< findings with none but unsafe ones
    std::size_t fixed = 0;
    std::size_t fixed_files = 0;

    void count(const Diagnostics& diagnostics);
    void count_fixes(const Diagnostics& diagnostics);
};

/// "1 file", "2 files".
std::string counted(std::size_t count, std::string_view thing);

/// "3 errors, 1 warning in 2 files", and a line about what was skipped; each with its line end.
std::string summary(const Tally& tally);

}  // namespace flowc::cli
