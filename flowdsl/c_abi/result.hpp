#pragma once

#include <string>
#include <vector>

#include "flowdsl/c_abi/options.hpp"

namespace flowc::c_abi {

/// Findings, and the texts that they point into.
struct Findings {
    const Diagnostics* diagnostics;
    const Sources* sources;
};

/// The JSON of a call that did its work, as `docs/c-abi.md` describes it: of `flowc_compile`, and of `flowc_lint`.
std::string write_compiled(const std::vector<Findings>& findings, const std::vector<CompiledFlow>& flows,
                           const Sources& sources, const Options& options);
std::string write_checked(const std::vector<Findings>& findings, const std::vector<Flow>& flows,
                          const Sources& sources);

/// The JSON of a call that did nothing, and why.
std::string write_error(std::string_view error, const std::vector<Findings>& findings = {});

}  // namespace flowc::c_abi
