#pragma once

#include <string>
#include <vector>

#include "flowc/compile.hpp"

namespace flowc::c_abi {

/// Findings, and the texts that they point into.
struct Findings {
    const Diagnostics* diagnostics;
    const Sources* sources;
};

/// The JSON of a call that did its work, as `docs/c-abi.md` describes it; null `flows`: the call makes none.
std::string write_result(const std::vector<Findings>& findings, const std::vector<CompiledFlow>* flows, Target target);

/// The JSON of a call that did nothing, and why.
std::string write_error(std::string_view error, const std::vector<Findings>& findings = {});

}  // namespace flowc::c_abi
