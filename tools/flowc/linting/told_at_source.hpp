#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "linting/linted_file.hpp"

/// What is wrong with a flow is told at its source, and not again in what the source is compiled to. There errors alone are told, for
/// it may have been edited since.
namespace flowc::cli {

/// Drops what callers suffer, and what is no error, of the flows that are compiled from a source of the run.
void leave_out_of_compiled(LintedFile& file, const std::function<bool(std::string_view flow)>& is_compiled);

/// Drops the errors that a source of the run has, too.
void leave_out_told_at_source(std::vector<LintedFile>& files);

}  // namespace flowc::cli
