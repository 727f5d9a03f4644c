#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace flowc::cli {

/// What a run ends with. The highest that happened wins, and everything else is still worked on.
enum class ExitCode : int {
    ok = 0,          ///< no error; warnings do not change it
    findings = 1,    ///< at least one error, or `--check` found a difference
    unreadable = 2,  ///< an input could not be read, or an output not be written
    usage = 3,
    internal = 4
};

/// What each of them tells people.
struct ExitCodeInfo {
    ExitCode code;
    std::string_view meaning;
};
inline constexpr std::array<ExitCodeInfo, 5> exit_codes{{
    {ExitCode::ok, "no error; warnings do not change that"},
    {ExitCode::findings, "at least one error, or `--check` found a difference"},
    {ExitCode::unreadable, "something could not be read, or not be written"},
    {ExitCode::usage, "the command line is wrong"},
    {ExitCode::internal, "a fault of flowc itself"},
}};

inline void raise(ExitCode& code, ExitCode to) { code = std::max(code, to); }

}  // namespace flowc::cli
