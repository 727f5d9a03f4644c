#pragma once

#include <algorithm>

namespace flowc::cli {

/// What a run ends with. The highest that happened wins, and everything else is still worked on.
enum class ExitCode : int {
    ok = 0,          ///< no error; warnings do not change it
    findings = 1,    ///< at least one error, or `--check` found a difference
    unreadable = 2,  ///< an input could not be read, or an output not be written
    usage = 3,
    internal = 4
};

inline void raise(ExitCode& code, ExitCode to) { code = std::max(code, to); }

}  // namespace flowc::cli
