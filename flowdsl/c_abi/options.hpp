#pragma once

#include <map>
#include <optional>
#include <string>

#include "flowc/compile.hpp"

namespace flowc::c_abi {

enum class Function { compile, lint };

/// What the options of a call say, read and checked. The texts of files stay where they are when it moves.
struct Options {
    using Texts = std::map<std::string, std::string, std::less<>>;

    std::string file = "<text>";  ///< what findings call the text
    Target target = Target::content;
    FlowType type = FlowType::unknown;
    Texts values;
    Texts files;  ///< by path
    std::optional<Input> project;
    std::optional<Environment> environment;

    /// The same for the compiler; points into these options.
    CompileOptions for_compiler() const;
};

/// What findings call the options.
inline constexpr std::string_view options_file = "<options>";

/// Reads `json`, the first file of `sources`, and the project and the environment that it names. After an error the
/// result is not to be used.
Options read_options(std::string_view json, Function function, Sources& sources, Diagnostics& diagnostics);

}  // namespace flowc::c_abi
