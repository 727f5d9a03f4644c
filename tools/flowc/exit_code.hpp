#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace flowc::cli {

/// What a run ends with. The highest that happened wins, and everything else is still worked on.
enum class ExitCode : int {
    ok = 0,          ///< no error; warnings do not change it unless options of `lint` say so
    findings = 1,    ///< at least one error, or what a verb takes for one
    unreadable = 2,  ///< an input could not be read, or an output not be written
    usage = 3,
    internal = 4
};

/// What each of them tells people, whatever the verb; a verb's own page says more of the first two.
struct ExitCodeInfo {
    ExitCode code;
    std::string_view digit;
    std::string_view meaning;
};
inline constexpr std::array<ExitCodeInfo, 5> exit_codes{{
    {ExitCode::ok, "0", "no error"},
    {ExitCode::findings, "1", "at least one error, or another answer that the verb is asked to fail for"},
    {ExitCode::unreadable, "2", "something could not be read, or not be written"},
    {ExitCode::usage, "3", "the command line is wrong"},
    {ExitCode::internal, "4", "a fault of flowc itself"},
}};

inline void raise(ExitCode& code, ExitCode to) { code = std::max(code, to); }

}  // namespace flowc::cli
