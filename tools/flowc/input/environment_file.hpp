#pragma once

#include <functional>
#include <string>

#include "flowc/compile.hpp"

namespace flowc::cli {

/// What `--env` or a project's `env:` names, read.
struct EnvironmentFile {
    Environment environment;
    std::string unreadable;  ///< what could not be read; empty: nothing
    std::string why;
};

/// `path` is an environment file, `-` for standard input, or an inventory: a folder of what `aws connect list-…` prints.
/// `named`: where it is named, for what is wrong with the folder as a whole. `refuse` says of a file in such a folder why it may not be read, as the end of a sentence; empty: it may.
EnvironmentFile read_environment_file(const std::string& path, Span named, Sources& sources, Diagnostics& diagnostics,
                                      const std::function<std::string(const std::string& file)>& refuse = {});

}  // namespace flowc::cli
