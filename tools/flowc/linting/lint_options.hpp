#pragma once

#include <optional>
#include <string>
#include <vector>

#include "command_line.hpp"
#include "compile_settings.hpp"
#include "flowc/catalogue.hpp"
#include "linting/fixing.hpp"

namespace flowc::cli {

/// `sarif=lint.sarif`
struct OutputFile {
    std::size_t format = 0;  ///< by `report_formats`
    std::string path;
};

/// What the command line of `flowc lint` asks for.
struct LintOptions {
    std::vector<std::string> inputs;
    std::string stdin_filename;       ///< the file for which standard input stands
    std::string changed;              ///< the commit since which a file has to have changed
    bool only_flows = false;          ///< named files, too, are passed over where they are no flows
    std::vector<std::string> values;  ///< `--set`
    FlowType type = FlowType::unknown;
    std::size_t format = 0;
    std::vector<OutputFile> outputs;
    bool statistics = false;
    bool summary_only = false;
    std::string baseline;        ///< findings in it are not reported
    std::string write_baseline;  ///< where the findings of this run go
    std::size_t fail_on = 2;     ///< by `Severity`
    long max_warnings = -1;      ///< below 0: any number
    FixOptions fix;
    CommonOptions common;
};

/// Nothing: go on, with `options` and the values of `--set`. Else the run is over: help was printed, or what is wrong was said.
std::optional<ExitCode> read_options(const Arguments& arguments, LintOptions& options, CompileSettings& settings);

}  // namespace flowc::cli
