#pragma once

#include "flowdsl/c_abi/options.hpp"

namespace flowc::c_abi {

enum class Function { compile, lint };

/// What findings call the options.
inline constexpr std::string_view options_file = "<options>";

/// Reads `json`, the first file of `sources`, and the project and the environment that it names; `text` is what the call is
/// about. After an error the result is not to be used.
Options read_options(std::string_view json, std::string_view text, Function function, Sources& sources,
                     Diagnostics& diagnostics);

}  // namespace flowc::c_abi
