#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "command_line.hpp"
#include "exit_code.hpp"

namespace flowc::cli {

/// What stands first on a command line.
struct Verb {
    std::string_view name;
    std::string_view summary;
    ExitCode (*run)(const Arguments& arguments);
};
/// In the order in which people are shown them.
std::span<const Verb> verbs();
/// The options that stand in the place of a verb.
std::vector<OptionInfo> options_instead_of_a_verb();

ExitCode compile_command(const Arguments& arguments);
ExitCode lint_command(const Arguments& arguments);
ExitCode explain_command(const Arguments& arguments);
ExitCode decode_error_command(const Arguments& arguments);
ExitCode rules_command(const Arguments& arguments);
ExitCode schema_command(const Arguments& arguments);
ExitCode init_command(const Arguments& arguments);

/// Runs the verb that the first argument names, and sets up no other; never throws.
ExitCode run_command(const Arguments& arguments);

}  // namespace flowc::cli
