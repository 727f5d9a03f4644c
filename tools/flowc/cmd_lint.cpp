#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <filesystem>
#include <iterator>
#include <map>
#include <memory>
#include <set>

#include "baseline.hpp"
#include "changed_files.hpp"
#include "command.hpp"
#include "compile_settings.hpp"
#include "fixing.hpp"
#include "flow_sets.hpp"
#include "flowc/compile.hpp"
#include "flowc/fingerprint.hpp"
#include "found_elsewhere.hpp"
#include "looks_like.hpp"
#include "nearest_name.hpp"
#include "output.hpp"
#include "parallel.hpp"
#include "patch.hpp"
#include "project.hpp"
#include "project_path.hpp"
#include "read_input.hpp"
#include "report/report.hpp"
#include "tally.hpp"

namespace flowc::cli {

namespace {

constexpr std::array<std::string_view, 7> format_words{"text", "json", "sarif", "github", "gitlab", "junit", "checkstyle"};
constexpr std::array<std::string_view, 3> fail_words{"note", "warning", "error"};  // by `Severity`

std::string written(const Report& report, std::size_t format, bool color) {
    switch (format) {
        case 1: return report_json(report);
        case 2: return report_sarif(report);
        case 3: return report_github(report);
        case 4: return report_gitlab(report);
        case 5: return report_junit(report);
        case 6: return report_checkstyle(report);
        default: return report_text(report, color);
    }
}

/// `sarif=lint.sarif`
struct OutputFile {
    std::size_t format = 0;
    std::string path;
};

struct Options {
    std::vector<std::string> inputs;
    std::string stdin_filename;  ///< the file for which standard input stands
    std::string changed;         ///< the commit since which a file has to have changed
    bool only_flows = false;     ///< named files, too, are passed over where they are no flows
    std::vector<std::string> values;  ///< `--set`
    FlowType type = FlowType::unknown;
    std::size_t format = 0;
    std::vector<OutputFile> outputs;
    bool statistics = false;
    bool summary_only = false;
    std::string baseline;        ///< findings in it are not reported
    std::string write_baseline;  ///< where the findings of this run go
    std::size_t fail_on = 2;     ///< by `fail_words`
    long max_warnings = -1;      ///< below 0: any number
    FixOptions fix;
    CommonOptions common;
};

/// One input, checked.
struct Unit {
    const ProjectFile* project = nullptr;
    std::string problem;  ///< it could not be read
    bool skipped = false;
    std::unique_ptr<Sources> sources = std::make_unique<Sources>();
    Document document;
    Diagnostics diagnostics;
    Diagnostics unused;  ///< what the project allows and nothing needed, in the project's file
    std::string name;    ///< as messages call it
    std::string path;    ///< from the project's folder
    std::vector<std::string> fingerprints;
    std::vector<FoundElsewhere> elsewhere;
    std::vector<CheckedFlow> flows;
    bool is_stdin = false;
    FixedText fixed;
    std::set<std::string> left_out;      ///< fingerprints of findings that the baseline has
    std::optional<std::string> earlier;  ///< the text, where it was read before

    /// Forgets what was found, but not the text with its fixes.
    void check_again() {
        Unit again;
        again.project = project;
        again.path = std::move(path);
        again.is_stdin = is_stdin;
        if (fixed.text) again.earlier = fixed.text->text();
        else if (sources->size() > 0) again.earlier = std::string(sources->file(0).text());
        again.fixed = std::move(fixed);
        *this = std::move(again);
    }
};

bool is_inferred(const CheckedFlow& flow) {
    return flow.type != FlowType::unknown && flow.type_source == TypeSource::actions;
}

class Lint {
  public:
    Lint(const Options& options, CompileSettings& settings)
        : options_(options), settings_(settings), color_(use_color(options.common.color, posix::Stream::output)) {}

    ExitCode run() {
        Walk walk = selected();
        units_.resize(walk.files.size());
        for (std::size_t i = 0; i < units_.size(); ++i) {
            units_[i].project = &projects_.of(walk.files[i]);
            units_[i].path = path_from(*units_[i].project, walk.files[i]);
        }
        Report report;
        report.unreadable = walk.unreadable;
        read_baselines(report);
        do check_all(walk);
        while (make_all_fixes(walk));
        report.unreadable.insert(report.unreadable.end(), sets_.unreadable().begin(), sets_.unreadable().end());
        if (!options_.fix.diff) write_fixes(walk, report);
        for (std::size_t i = 0; i < units_.size(); ++i) {
            Unit& unit = units_[i];
            if (walk.files[i].only_context) {
                unit.skipped = true;
            } else if (!unit.problem.empty()) {
                report.unreadable.push_back({walk.files[i].name, unit.problem});
            } else if (unit.skipped) {
                ++report.tally.skipped;
            } else {
                ++report.tally.files;
                report.tally.inferred += static_cast<std::size_t>(std::count_if(unit.flows.begin(), unit.flows.end(), is_inferred));
            }
        }
        collect(report);
        for (const Unit& unit : units_)
            if (unit.document.form == Form::dsl && unit.project->sound()) settings_.look_for_uses(*unit.sources);
        finish(report);
        return code_;
    }

  private:
    /// What this run works on: the arguments, the file that standard input stands for, or what has changed among the arguments.
    Walk selected() {
        if (!options_.stdin_filename.empty()) return {{{options_.stdin_filename, true, true}}, {}};
        Walk walk = find_inputs(projects_.named_or_default(options_.inputs));
        if (options_.changed.empty()) return walk;
        const ChangedFiles changed = changed_since(options_.changed);
        if (!changed.problem.empty()) return {{}, {{"--changed", changed.problem}}};
        for (InputPath& file : walk.files) {
            const std::string real = file.real.empty() ? identity(file.name) : file.real;
            file.only_context = changed.files.count(real) == 0;
            if (!real.starts_with(changed.top + "/"))
                walk.unreadable.push_back({file.name, "`--changed` cannot tell, for it lies outside of " + changed.top});
        }
        return walk;
    }

    void check_all(const Walk& walk) {
        parallel(options_.common.jobs, units_.size(), [&](std::size_t i) { read_one(walk.files[i], units_[i]); });
        read_sets(walk);
        parallel(options_.common.jobs, units_.size(), [&](std::size_t i) { check_one(walk.files[i], units_[i]); });
        if (!options_.write_baseline.empty()) return;
        for (Unit& unit : units_) leave_out_known(unit);
    }

    /// Makes the fixes that were asked for, in each file until none is left; no: there was none. Files see each other, so
    /// that all are to be checked again.
    bool make_all_fixes(const Walk& walk) {
        constexpr int most_passes = 8;
        if (!options_.fix.any() || passes_++ == most_passes) return false;
        std::atomic<bool> any = false;
        parallel(options_.common.jobs, units_.size(), [&](std::size_t i) {
            constexpr int most_rounds = 100;
            for (int round = 0; round < most_rounds && make_fixes_of(units_[i]); ++round) {
                any = true;
                units_[i].check_again();
                read_one(walk.files[i], units_[i]);
                check_one(walk.files[i], units_[i]);
                if (options_.write_baseline.empty()) leave_out_known(units_[i]);
            }
        });
        if (any)
            for (Unit& unit : units_) unit.check_again();
        return any;
    }

    bool make_fixes_of(Unit& unit) const {
        if (!unit.problem.empty() || unit.skipped || (unit.is_stdin && !options_.fix.diff)) return false;
        return make_fixes(unit.diagnostics, unit.sources->file(0), options_.fix.unsafe, unit.fixed);
    }

    /// A file that cannot be written is checked once more as it is.
    void write_fixes(const Walk& walk, Report& report) {
        bool refused = false;
        for (Unit& unit : units_) {
            if (!unit.fixed.text) continue;
            if (const std::error_code error = write_fixed(unit.name, unit.fixed.text->text())) {
                report.unreadable.push_back({unit.name, "not written: " + reason(error)});
                unit.fixed = {fixes::EditedText(std::string(unit.fixed.text->original())), 0};
                refused = true;
                continue;
            }
            report.tally.fixed += unit.fixed.fixes;
            ++report.tally.fixed_files;
        }
        if (!refused) return;
        for (Unit& unit : units_) unit.check_again();
        check_all(walk);
    }

    void read_one(const InputPath& path, Unit& unit) const {
        unit.name = path.name;
        unit.is_stdin = path.is_stdin;
        const InputText input = unit.earlier ? InputText{std::move(*unit.earlier), {}} : read_input(path);
        unit.problem = input.problem;
        if (unit.problem.empty()) unit.document = read({path.name, input.text}, *unit.sources);
    }

    /// What every flow has to know of the others, before any is checked.
    void read_sets(const Walk& walk) {
        std::vector<FlowSets::Member> members;
        bool incomplete = !walk.unreadable.empty();
        for (std::size_t i = 0; i < walk.files.size(); ++i) {
            Unit& unit = units_[i];
            incomplete = incomplete || !unit.problem.empty();
            if (unit.problem.empty() && unit.document.form != Form::other)
                members.push_back({&walk.files[i], unit.project, &unit.document, unit.sources.get()});
        }
        const bool all = options_.inputs.empty() && options_.stdin_filename.empty();
        const ProjectFile* whole = all ? projects_.worked_on_whole() : nullptr;
        sets_ = {};
        sets_.read(members, whole, true, options_.common.jobs, [&](const Document& document, const Sources& sources, const ProjectFile& project) {
            const Input file{project.name, project.text};
            return read_interface(document, sources, settings_.under(project, file, sources.file(document.file).name()));
        });
        sets_.summarise(options_.common.jobs, incomplete, [&](Document& document, Sources& sources, const ProjectFile& project, const ProjectFlows* flows) {
            const Input file{project.name, project.text};
            CheckOptions options;
            options.compile = settings_.under(project, file, sources.file(document.file).name());
            options.compile.flows = flows;
            return summarise(document, sources, options);
        });
    }

    void check_one(const InputPath& path, Unit& unit) const {
        Document& document = unit.document;
        if (!unit.problem.empty() || path.only_context) return;
        if (document.form == Form::other) {
            if (path.named && !options_.only_flows) {
                unit.problem = "is no flow: it looks like " + std::string(looks_like(path.name, unit.sources->file(document.file).text()));
            } else {
                unit.skipped = true;
            }
            return;
        }
        if (!unit.project->sound() && document.form == Form::dsl) return;  // without its project it would seem faulty
        CheckOptions options;
        options.lint = settings_for(unit.project->project.lint, unit.path);
        const Input project{unit.project->name, unit.project->text};
        options.compile = settings_.under(*unit.project, project, path.name);
        options.compile.flows = sets_.of(path, *unit.project);
        options.set = sets_.set_of(path, *unit.project);
        options.type = options_.type != FlowType::unknown ? options_.type : type_for(unit.project->project.lint, unit.path);
        CheckResult result = check(std::move(document), *unit.sources, options);
        unit.diagnostics = std::move(result.diagnostics);
        for (const Flow& flow : result.flows) unit.flows.push_back(emit_detail::checked_flow(flow, *unit.sources));
        apply_allowances(unit.project->project.lint, unit.path, unit.diagnostics, unit.unused);
        unit.elsewhere = take_elsewhere(unit.diagnostics, *unit.sources, unit.name);
        unit.fingerprints = fingerprints(unit.diagnostics, *unit.sources, unit.path);
        for (FoundElsewhere& one : unit.elsewhere)
            one.fingerprints = fingerprints(one.found, *one.sources, path_from(*unit.project, {std::string(one.file)}));
    }

    /// The file that the command line names, or each project its own.
    void read_baselines(Report& report) {
        if (!options_.write_baseline.empty()) return;
        std::set<std::string> files;
        if (!options_.baseline.empty()) files.insert(options_.baseline);
        else
            for (const auto& [folder, project] : projects_.all()) {
                const std::string& name = project->project.lint.baseline;
                if (name.empty()) continue;
                const ProjectPath found = path_in_project(name, project->name);
                if (found.failure.empty()) files.insert(found.name);
                else report.unreadable.push_back({name, "cannot be read: " + found.failure});
            }
        for (const std::string& file : files) {
            InputText input = read_input({file, true, false});
            if (input.problem.empty()) known_.merge(read_baseline(input.text, input.problem));
            if (!input.problem.empty()) report.unreadable.push_back({file, input.problem});
        }
    }

    void leave_out_known(Unit& unit) const {
        if (known_.empty()) return;
        leave_out_known(unit.diagnostics, unit.fingerprints, unit.left_out);
        for (FoundElsewhere& one : unit.elsewhere) leave_out_known(one.found, one.fingerprints, unit.left_out);
    }

    void leave_out_known(Diagnostics& found, std::vector<std::string>& names, std::set<std::string>& left_out) const {
        std::vector<Diagnostic>& items = found.items();
        std::size_t kept = 0;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (known_.count(names[i]) != 0) {
                left_out.insert(std::move(names[i]));
                continue;
            }
            if (kept != i) {
                items[kept] = std::move(items[i]);
                names[kept] = std::move(names[i]);
            }
            ++kept;
        }
        items.resize(kept);
        names.resize(kept);
    }

    /// Where all flows of a project were checked, what it allows in a file that is not among them is of no use.
    void report_idle_allowances(const ProjectFile& project, Diagnostics& found) const {
        for (const Allowance& allowance : project.project.lint.allowed) {
            const bool met = std::any_of(units_.begin(), units_.end(), [&](const Unit& unit) {
                return unit.project == &project && !unit.skipped && path_matches(allowance.files, unit.path);
            });
            std::error_code failure;
            if (!met && !std::filesystem::exists(project.folder + "/" + allowance.files, failure))
                found.report(*find_rule("unused-allow"), allowance.span,
                             "no flow of the project has the path `" + allowance.files + "`; correct it, or remove this entry");
        }
    }

    bool checks_all_of(const ProjectFile& project) {
        if (!options_.stdin_filename.empty() || !options_.changed.empty()) return false;
        if (options_.inputs.empty())
            return &project == &projects_.of({"flowc.yaml", true, false}) && (!project.flows.empty() || project.name == "flowc.yaml");
        return std::any_of(options_.inputs.begin(), options_.inputs.end(), [&](const std::string& input) {
            std::error_code failure;
            return std::filesystem::equivalent(input, project.folder, failure);
        });
    }

    /// The findings of the files that were checked, and of those that they share, in the order of files.
    void collect(Report& report) {
        std::vector<FoundElsewhere> elsewhere;
        const auto take = [&](std::vector<FoundElsewhere> found) {
            elsewhere.insert(elsewhere.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
        };
        for (const auto& [folder, project] : projects_.all()) {
            Diagnostics found = project->diagnostics;
            if (checks_all_of(*project)) report_idle_allowances(*project, found);
            for (const Unit& unit : units_)
                if (unit.project == project.get())
                    found.items().insert(found.items().end(), unit.unused.items().begin(), unit.unused.items().end());
            found.sort();
            if (!project->unreadable.empty()) report.unreadable.push_back({project->unreadable, project->why});
            take(take_elsewhere(found, project->sources, {}));
        }
        for (Unit& unit : units_) {
            if (unit.skipped || !unit.problem.empty()) continue;
            report.files.push_back({&unit.diagnostics, unit.sources.get(), unit.name, unit.fingerprints, &unit.flows});
            take(std::move(unit.elsewhere));
        }
        shared_ = told_once(std::move(elsewhere), report.files);
        for (const FoundElsewhere& one : shared_) report.files.push_back({&one.found, one.sources, {}, one.fingerprints});
        const auto name = [](const Findings& file) -> std::string_view {
            if (!file.name.empty()) return file.name;
            return file.sources->file_of(file.diagnostics->items().front().span).name();
        };
        std::stable_sort(report.files.begin(), report.files.end(),
                         [&](const Findings& a, const Findings& b) { return name(a) < name(b); });
        for (const Findings& file : report.files) {
            report.tally.count(*file.diagnostics);
            report.tally.count_fixes(*file.diagnostics);
        }
        report.tally.unreadable = report.unreadable.size();
    }

    void finish(const Report& report) {
        const Tally& tally = report.tally;
        std::set<std::string> left_out;
        for (const Unit& unit : units_) left_out.insert(unit.left_out.begin(), unit.left_out.end());
        const std::array<std::size_t, 3> counts{tally.notes, tally.warnings, tally.errors};
        for (std::size_t severity = options_.fail_on; severity < counts.size(); ++severity)
            if (counts[severity] > 0) raise(code_, ExitCode::findings);
        const bool too_many = options_.max_warnings >= 0 && tally.warnings > static_cast<std::size_t>(options_.max_warnings);
        if (too_many) raise(code_, ExitCode::findings);
        if (!report.unreadable.empty()) raise(code_, ExitCode::unreadable);
        Output out(posix::Stream::output);
        Output err(posix::Stream::error);
        for (const Unreadable& one : report.unreadable) err << file_error(one.name, one.why);
        err << settings_.unused();
        if (!options_.write_baseline.empty()) return write_baseline(report, out, err);
        if (options_.fix.diff) return print_patch(out, err);
        if (!options_.summary_only || options_.format != 0) out << written(report, options_.format, color_);
        if (options_.format == 0) {
            if (options_.statistics) out << statistics(report);
            if (!options_.common.quiet || options_.summary_only) out << summary(tally);
            if (!options_.common.quiet && !left_out.empty()) out << "left out " << counted(left_out.size(), "finding") << " of the baseline\n";
            if (too_many) out << counted(tally.warnings, "warning") << ", and `--max-warnings` allows " << std::to_string(options_.max_warnings) << "\n";
        }
        for (const OutputFile& file : options_.outputs) {
            if (is_checked(file.path)) {
                err << file_error(file.path, "not written: it was read to be checked, and its text would be lost; name another file");
            } else {
                const std::error_code error = posix::replace_file(file.path, written(report, file.format, false));
                if (!error) continue;
                err << file_error(file.path, "not written: " + reason(error));
            }
            raise(code_, ExitCode::unreadable);
        }
        err.flush(code_);
        out.flush(code_);
    }

    bool is_checked(const std::string& path) const {
        std::error_code error;
        if (!std::filesystem::is_regular_file(path, error)) return false;
        return std::any_of(units_.begin(), units_.end(), [&](const Unit& unit) {
            return std::filesystem::equivalent(unit.name, path, error);
        });
    }

    void print_patch(Output& out, Output& err) {
        for (const Unit& unit : units_)
            if (unit.fixed.text) out << patch(unit.name, *unit.fixed.text);
        err.flush(code_);
        out.flush(code_);
    }

    void write_baseline(const Report& report, Output& out, Output& err) {
        std::vector<KnownFinding> known;
        const auto add = [&](const Diagnostics& found, const std::vector<std::string>& names, const std::string& path) {
            for (std::size_t i = 0; i < names.size(); ++i) {
                const RuleInfo* rule = found.items()[i].rule;
                known.push_back({names[i], rule ? std::string(rule->id) : std::string(), path});
            }
        };
        for (const Unit& unit : units_) add(unit.diagnostics, unit.fingerprints, unit.path);
        for (const FoundElsewhere& one : shared_) add(one.found, one.fingerprints, std::string(one.file));
        const std::error_code error = posix::replace_file(options_.write_baseline, baseline_text(known));
        if (error) err << file_error(options_.write_baseline, "not written: " + reason(error));
        else if (!options_.common.quiet) out << "wrote " << counted(known.size(), "finding") << " to " << options_.write_baseline << "\n";
        code_ = error || !report.unreadable.empty() ? ExitCode::unreadable : ExitCode::ok;
        err.flush(code_);
        out.flush(code_);
    }

    /// How often each rule reports, most often first.
    static std::string statistics(const Report& report) {
        std::map<std::string_view, std::size_t> counts;
        for (const Findings& file : report.files)
            for (const Diagnostic& one : file.diagnostics->items())
                if (one.rule) ++counts[one.rule->id];
        std::vector<std::pair<std::string_view, std::size_t>> rows(counts.begin(), counts.end());
        std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
        std::string text;
        for (const auto& [rule, count] : rows) {
            const std::string number = std::to_string(count);
            text.append(number.size() < 6 ? 6 - number.size() : 0, ' ').append(number).append("  ").append(rule) += '\n';
        }
        return text;
    }

    const Options& options_;
    CompileSettings& settings_;
    const bool color_;
    ExitCode code_ = ExitCode::ok;
    Projects projects_;
    FlowSets sets_;
    std::vector<Unit> units_;
    std::vector<FoundElsewhere> shared_;
    std::set<std::string> known_;  ///< fingerprints of the baseline
    int passes_ = 0;
};

std::vector<std::string_view> flow_type_words() {
    std::vector<std::string_view> words;
    for (const FlowTypeInfo& one : flow_types()) words.push_back(one.dsl);
    return words;
}

std::optional<FlowType> flow_type(const std::string& word) {
    const auto type = flow_type_from_dsl(word);
    return type ? type : flow_type_from_api(word);
}

/// What is wrong with the choice of files.
std::string_view contradiction(const Options& options) {
    const bool standard_input = options.inputs.empty() || options.inputs == std::vector<std::string>{"-"};
    if (!options.stdin_filename.empty() && (!standard_input || !options.changed.empty()))
        return "`--stdin-filename` checks standard input alone; leave other files and `--changed` out";
    if (!options.changed.empty() && !options.write_baseline.empty())
        return "a baseline of changed files would forget the others; leave `--changed` out";
    const bool reads_input = !options.stdin_filename.empty() || std::find(options.inputs.begin(), options.inputs.end(), "-") != options.inputs.end();
    if (reads_input && (options.fix.safe || options.fix.unsafe) && !options.fix.diff)
        return "standard input cannot be written; print its fixes with `--diff`, or name the file";
    if (options.changed.starts_with('-')) return "`--changed` takes a commit, such as `HEAD` or `origin/main`";
    return {};
}

}  // namespace

ExitCode lint_command(const Arguments& arguments) {
    Options options;
    std::string type;
    std::string max_warnings;
    std::vector<std::string> outputs;
    CommandLine line("lint", "Checks *.flow.yaml and flow JSON, and writes nothing but with `--fix`.");
    line.arguments("FILES", options.inputs,
                   "files, folders or `-` for standard input (default: the current folder); of a folder every file that "
                   "holds a flow, whatever it is called");
    line.option("--stdin-filename", "FILE", options.stdin_filename,
                "check standard input as if it stood in this file, as editors do; the file need not exist");
    line.option("--changed", "REVISION", options.changed, "of these files, check those that git says differ from a commit, or are new");
    line.flag("--only-flows", options.only_flows, "pass over named files that are no flows, as over those in a folder");
    line.option("--type", "TYPE", type,
                "the type of flows that do not say their own, such as `inbound` or `CONTACT_FLOW`", flow_type_words);
    line.compile_time_values(options.values);
    line.choice("--format", format_words, options.format, "how findings are printed");
    line.options("--output", "FORMAT=FILE", outputs, "also write them to a file, such as `sarif=lint.sarif`; may be given again");
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
        const auto format = std::find(format_words.begin(), format_words.end(), one.substr(0, equals));
        if (equals == std::string::npos || equals + 1 == one.size() || format == format_words.end())
            return line.misused("`--output " + one + "` names no format and file; write `--output sarif=lint.sarif`, with one of " +
                                one_of({format_words.begin(), format_words.end()}));
        options.outputs.push_back({static_cast<std::size_t>(format - format_words.begin()), one.substr(equals + 1)});
    }
    if (!max_warnings.empty()) {
        const auto [end, error] = std::from_chars(max_warnings.data(), max_warnings.data() + max_warnings.size(), options.max_warnings);
        if (error != std::errc{} || end != max_warnings.data() + max_warnings.size() || options.max_warnings < 0)
            return line.misused("`--max-warnings` takes a whole number, not `" + max_warnings + "`");
    }
    if (options.fix.diff && (options.format != 0 || !options.outputs.empty() || !options.write_baseline.empty()))
        return line.misused("`--diff` prints a patch and no findings; leave `--format`, `--output` and `--write-baseline` out");
    CompileSettings settings;
    if (const std::string fault = settings.read_values(options.values); !fault.empty()) return line.misused(fault);
    return Lint(options, settings).run();
}

}  // namespace flowc::cli
