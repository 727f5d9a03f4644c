#include "linting/lint_options.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "nearest_name.hpp"
#include "report/report.hpp"

namespace flowc::cli {

namespace {

constexpr std::array<std::string_view, 3> fail_words{"note", "warning", "error"};  // by `Severity`

std::vector<std::string_view> flow_type_words() {
    std::vector<std::string_view> words;
    for (const FlowTypeInfo& one : flow_types()) words.push_back(one.dsl);
    return words;
}

bool same_name(const std::filesystem::path& a, const std::filesystem::path& b) {
    return a.lexically_normal() == b.lexically_normal();
}

/// What an `--output` begins with.
std::vector<std::string_view> output_words() {
    static const std::vector<std::string> words = [] {
        std::vector<std::string> with_equals;
        for (const std::string_view format : report_formats) with_equals.push_back(std::string(format) + "=");
        return with_equals;
    }();
    return {words.begin(), words.end()};
}

std::optional<FlowType> flow_type(const std::string& word) {
    const auto type = flow_type_from_dsl(word);
    return type ? type : flow_type_from_api(word);
}

/// What is wrong with the choice of files.
std::string_view contradiction(const LintOptions& options) {
    const bool standard_input = options.inputs.empty() || options.inputs == std::vector<std::string>{"-"};
    if (!options.stdin_filename.empty() && (!standard_input || !options.changed.empty()))
        return "`--stdin-filename` checks standard input alone; leave other files and `--changed` out";
    if (!options.changed.empty() && !options.write_baseline.empty())
        return "a baseline of changed files would forget the others; leave `--changed` out";
    const bool reads_input = !options.stdin_filename.empty() ||
                             std::find(options.inputs.begin(), options.inputs.end(), "-") != options.inputs.end();
    if (reads_input && (options.fix.safe || options.fix.unsafe) && !options.fix.diff)
        return "standard input cannot be written; print its fixes with `--diff`, or name the file";
    if (options.changed.starts_with('-')) return "`--changed` takes a commit, such as `HEAD` or `origin/main`";
    return {};
}

}  // namespace

std::optional<ExitCode> read_options(const Arguments& arguments, LintOptions& options, CompileSettings& settings) {
    std::string type;
    std::string max_warnings;
    std::vector<std::string> outputs;
    CommandLine line("lint", "Checks *.flow.yaml and flow JSON, and writes nothing but with `--fix`.");
    line.arguments("FILES", options.inputs,
                   "files, folders or `-` for standard input (default: what `flows` in flowc.yaml names, else the "
                   "current folder); of a folder every file that "
                   "holds a flow, whatever it is called");
    line.option("--stdin-filename", "FILE", options.stdin_filename,
                "check standard input as if it stood in this file, as editors do; the file need not exist");
    line.option("--changed", "REVISION", options.changed,
                "of these files, check those that git says differ from a commit, or are new");
    line.flag("--only-flows", options.only_flows, "pass over named files that are no flows, as over those in a folder");
    line.option("--type", "TYPE", type,
                "the type of flows that do not say their own, such as `inbound` or `CONTACT_FLOW`", flow_type_words);
    line.compile_time_values(options.values);
    line.choice("--format", report_formats, options.format, "how findings are printed");
    line.options("--output", "FORMAT=FILE", outputs,
                 "also write them to a file, such as `sarif=lint.sarif`; may be given again", output_words);
    line.flag("--fix", options.fix.safe, "mend in the files what can be mended without a guess");
    line.flag("--fix-unsafe", options.fix.unsafe, "also make the fixes that guess what was meant");
    line.flag("--diff", options.fix.diff, "print the fixes as a patch for `git apply`, and write nothing");
    line.option("--baseline", "FILE", options.baseline, "leave out the findings that stand in it");
    line.option("--write-baseline", "FILE", options.write_baseline, "write down what is found now, and report nothing");
    line.choice("--fail-on", fail_words, options.fail_on, "the mildest finding that makes the exit code 1");
    line.option("--max-warnings", "NUMBER", max_warnings, "more warnings than that make the exit code 1");
    line.flag("--statistics", options.statistics, "print how often each rule reports");
    line.flag("--summary", options.summary_only, "print the counts alone");
    line.common(options.common);
    if (const auto code = line.parse(arguments)) return *code;
    if (!type.empty()) {
        const auto known = flow_type(type);
        if (!known) {
            const std::vector<std::string_view> names = flow_type_words();
            std::vector<std::string_view> all = names;
            for (const FlowTypeInfo& one : flow_types()) all.push_back(one.api);
            const std::string hint = did_you_mean(type, all);
            return line.misused("unknown flow type `" + type + "`" +
                                (hint.empty() ? "; write " + one_of(names) : hint));
        }
        options.type = *known;
    }
    if (const std::string_view fault = contradiction(options); !fault.empty()) return line.misused(fault);
    for (const std::string& one : outputs) {
        const std::size_t equals = one.find('=');
        const auto format = std::find(report_formats.begin(), report_formats.end(), one.substr(0, equals));
        if (equals == std::string::npos || equals + 1 == one.size() || format == report_formats.end())
            return line.misused("`--output " + one +
                                "` names no format and file; write `--output sarif=lint.sarif`, with one of " +
                                one_of({report_formats.begin(), report_formats.end()}));
        const std::string file = one.substr(equals + 1);
        const auto is_taken = [&](const OutputFile& other) { return same_name(other.path, file); };
        if (std::any_of(options.outputs.begin(), options.outputs.end(), is_taken))
            return line.misused("`--output` names `" + file +
                                "` twice, and what is written first would be lost; name another file");
        options.outputs.push_back({static_cast<std::size_t>(format - report_formats.begin()), file});
    }
    if (!max_warnings.empty()) {
        const auto [end, error] =
            std::from_chars(max_warnings.data(), max_warnings.data() + max_warnings.size(), options.max_warnings);
        if (error != std::errc{} || end != max_warnings.data() + max_warnings.size() || options.max_warnings < 0)
            return line.misused("`--max-warnings` takes a whole number, not `" + max_warnings + "`");
    }
    if (!options.write_baseline.empty() &&
        (options.format != 0 || !options.outputs.empty() || options.statistics || options.summary_only))
        return line.misused(
            "`--write-baseline` writes the findings down and reports none; leave `--format`, `--output`, "
            "`--statistics` and `--summary` out");
    if (options.format != 0 && (options.statistics || options.summary_only))
        return line.misused(
            "`--statistics` and `--summary` are for people; leave them or `--format` out, or write the findings to a "
            "file with `--output`");
    if (options.fix.diff && (options.format != 0 || !options.outputs.empty() || !options.write_baseline.empty()))
        return line.misused(
            "`--diff` prints a patch and no findings; leave `--format`, `--output` and `--write-baseline` out");
    if (const std::string fault = settings.read_values(options.values); !fault.empty()) return line.misused(fault);
    return std::nullopt;
}

}  // namespace flowc::cli
