#pragma once

#include <span>
#include <string_view>

#include "command_line.hpp"
#include "exit_code.hpp"

namespace flowc::cli {

ExitCode compile_command(const Arguments& arguments);
ExitCode lint_command(const Arguments& arguments);
ExitCode explain_command(const Arguments& arguments);
ExitCode rules_command(const Arguments& arguments);
ExitCode schema_command(const Arguments& arguments);
ExitCode init_command(const Arguments& arguments);

/// Runs the verb that the first argument names, and sets up no other; never throws.
ExitCode run_command(const Arguments& arguments);

}  // namespace flowc::cli
