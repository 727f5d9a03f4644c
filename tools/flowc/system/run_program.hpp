#pragma once

#include <string>
#include <system_error>
#include <vector>

namespace flowc::cli {

/// What a program did, which was found on the `PATH` and run without input.
struct ProgramRun {
    std::error_code failure;  ///< it could not be started
    int exit = -1;            ///< below 0: a signal ended it
    std::string output;
    std::string error;

    bool good() const { return !failure && exit == 0; }
};

ProgramRun run_program(const std::vector<std::string>& words);

}  // namespace flowc::cli
