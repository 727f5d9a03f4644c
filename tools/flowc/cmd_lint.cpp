#include <algorithm>
#include <array>
#include <atomic>
#include <filesystem>
#include <iterator>
#include <utility>

#include "command.hpp"
#include "flowc/fingerprint.hpp"
#include "input/flow_sets.hpp"
#include "input/looks_like.hpp"
#include "input/project_path.hpp"
#include "input/read_input.hpp"
#include "linting/baseline.hpp"
#include "linting/idle_patterns.hpp"
#include "linting/lint_options.hpp"
#include "linting/linted_file.hpp"
#include "linting/patch.hpp"
#include "linting/patch_folder.hpp"
#include "linting/select_files.hpp"
#include "linting/told_at_source.hpp"
#include "linting/unused_allowances.hpp"
#include "output/output.hpp"
#include "report/report.hpp"
#include "system/parallel.hpp"

namespace flowc::cli {

namespace {

class Lint {
  public:
    Lint(const LintOptions& options, CompileSettings& settings)
        : options_(options), settings_(settings), color_(use_color(options.common.color, posix::Stream::output)) {}

    ExitCode run() {
        std::string problem;
        Walk walk = select_files(options_, projects_, problem);
        if (!problem.empty()) {
            Output err(posix::Stream::error);
            err << file_error("--changed", problem);
            err.flush(code_ = ExitCode::unreadable);
            return code_;
        }
        units_.resize(walk.files.size());
        for (std::size_t i = 0; i < units_.size(); ++i) units_[i].project = &projects_.of(walk.files[i]);
        Report report;
        report.jobs = options_.common.jobs;
        report.unreadable = walk.unreadable;
        read_baselines(report);
        wants_all_fixes_ = options_.fix.any();
        do check_all(walk);
        while (make_all_fixes(walk));
        leave_out_what_nobody_reads(walk);
        report.unreadable.insert(report.unreadable.end(), sets_.unreadable().begin(), sets_.unreadable().end());
        if (!options_.fix.diff) write_fixes(walk, report);
        for (std::size_t i = 0; i < units_.size(); ++i) {
            LintedFile& unit = units_[i];
            if (walk.files[i].only_context) {
                unit.skipped = true;
            } else if (!unit.problem.empty()) {
                report.unreadable.push_back({walk.files[i].name, unit.problem});
            } else if (unit.skipped) {
                if (!is_read_for_itself(walk.files[i])) ++report.tally.skipped;
            } else {
                ++report.tally.files;
                report.tally.compiled += unit.is_compiled;
                report.tally.inferred +=
                    static_cast<std::size_t>(std::count_if(unit.flows.begin(), unit.flows.end(), is_inferred));
            }
        }
        for (const LintedFile& unit : units_)
            if (unit.document.form == Form::dsl && unit.project->sound()) settings_.look_for_uses(*unit.sources);
        collect(report);
        finish(report);
        return code_;
    }

  private:
    void check_all(const Walk& walk) {
        parallel(options_.common.jobs, units_.size(), [&](std::size_t i) { read_one(walk.files[i], units_[i]); });
        read_sets(walk);
        parallel(options_.common.jobs, units_.size(), [&](std::size_t i) { check_one(walk.files[i], units_[i]); });
        leave_out_told_at_source(units_);
        if (!options_.write_baseline.empty()) return;
        for (LintedFile& unit : units_) leave_out_known(unit);
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
                check_alone(walk.files[i], units_[i]);
            }
        });
        if (any)
            for (LintedFile& unit : units_) unit.check_again();
        return any;
    }

    void check_alone(const InputPath& path, LintedFile& unit) const {
        unit.check_again();
        read_one(path, unit);
        check_one(path, unit);
        if (options_.write_baseline.empty()) leave_out_known(unit);
    }

    /// Where all of the findings were wanted for their fixes, those that are left are as many as without `--fix`.
    void leave_out_what_nobody_reads(const Walk& walk) {
        if (!std::exchange(wants_all_fixes_, false)) return;
        parallel(options_.common.jobs, units_.size(), [&](std::size_t i) {
            if (units_[i].diagnostics.items().size() > Diagnostics::most) check_alone(walk.files[i], units_[i]);
        });
    }

    std::uint32_t most_findings(const SourceFile& file) const {
        return wants_all_fixes_ ? most_fixes_at_once(file) : Diagnostics::most;
    }

    bool make_fixes_of(LintedFile& unit) const {
        if (!unit.problem.empty() || unit.skipped || (unit.is_stdin && !options_.fix.diff)) return false;
        // Else what its author wants to be left alone would be mended.
        if (!baseline_is_read_ || !unit.project->sound()) return false;
        return make_fixes(unit.diagnostics, unit.sources->file(0), options_.fix.unsafe, unit.fixed);
    }

    /// A file that cannot be written is checked once more as it is.
    void write_fixes(const Walk& walk, Report& report) {
        bool refused = false;
        for (LintedFile& unit : units_) {
            if (!unit.fixed.text) continue;
            if (const std::error_code error = write_fixed(unit.name, unit.fixed.text->text())) {
                report.unreadable.push_back({unit.name, "not written: " + reason(error) + "; the old file is kept"});
                ++report.tally.unwritten;
                unit.fixed = {fixes::EditedText(std::string(unit.fixed.text->original())), 0};
                refused = true;
                continue;
            }
            report.tally.fixed += unit.fixed.fixes;
            ++report.tally.fixed_files;
        }
        if (!refused) return;
        for (LintedFile& unit : units_) unit.check_again();
        check_all(walk);
    }

    void read_one(const InputPath& path, LintedFile& unit) const {
        unit.name = path.name;
        unit.path = path_from(*unit.project, path);
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
            LintedFile& unit = units_[i];
            incomplete = incomplete || !unit.problem.empty();
            if (unit.problem.empty() && unit.document.form != Form::other)
                members.push_back({&walk.files[i], unit.project, &unit.document, unit.sources.get()});
        }
        const bool all = options_.inputs.empty() && options_.stdin_filename.empty();
        const ProjectFile* whole = all ? projects_.worked_on_whole() : nullptr;
        sets_ = {};
        sets_.read(members, whole, true, options_.common.jobs,
                   [&](const Document& document, const Sources& sources, const ProjectFile& project) {
                       const Input file{project.name, project.text};
                       return read_interface(document, sources,
                                             settings_.under(project, file, sources.file(document.file).name()));
                   });
        sets_.summarise(
            options_.common.jobs, incomplete,
            [&](Document& document, Sources& sources, const ProjectFile& project, const ProjectFlows* flows) {
                const Input file{project.name, project.text};
                CheckOptions options;
                options.compile = settings_.under(project, file, sources.file(document.file).name());
                options.compile.flows = flows;
                options.compile.most_findings = most_findings(sources.file(document.file));
                return summarise(document, sources, options);
            });
    }

    void check_one(const InputPath& path, LintedFile& unit) const {
        Document& document = unit.document;
        if (!unit.problem.empty() || path.only_context) return;
        if (document.form == Form::other) {
            if (path.named && !options_.only_flows) {
                unit.problem = "is no flow: it looks like " +
                               std::string(looks_like(path.name, unit.sources->file(document.file).text()));
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
        options.compile.most_findings = most_findings(unit.sources->file(document.file));
        options.compile.set = sets_.set_of(path, *unit.project);
        options.type =
            options_.type != FlowType::unknown ? options_.type : type_for(unit.project->project.lint, unit.path);
        CheckResult result = check(std::move(document), *unit.sources, options);
        unit.diagnostics = std::move(result.diagnostics);
        for (const Flow& flow : result.flows) unit.flows.push_back(emit_detail::checked_flow(flow, *unit.sources));
        if (unit.document.form != Form::dsl)
            leave_out_of_compiled(unit,
                                  [&](std::string_view flow) { return sets_.is_compiled(path, *unit.project, flow); });
        unit.allowed = apply_allowances(unit.project->project.lint, unit.path, unit.diagnostics);
        unit.elsewhere = take_elsewhere(unit.diagnostics, *unit.sources, unit.name);
        unit.fingerprints = fingerprints(unit.diagnostics, *unit.sources, unit.path);
        for (FoundElsewhere& one : unit.elsewhere)
            one.fingerprints = fingerprints(one.found, *one.sources, path_from(*unit.project, {std::string(one.file)}));
    }

    /// The file that the command line names, or each project its own.
    void read_baselines(Report& report) {
        if (!options_.write_baseline.empty()) return;
        if (!options_.baseline.empty()) {
            const std::string problem = add_baseline(options_.baseline);
            baseline_is_read_ = problem.empty();
            if (!problem.empty())
                report.unreadable.push_back(
                    {options_.baseline, problem + (options_.fix.any() ? "; nothing is fixed without it" : "")});
            return;
        }
        for (const auto& [folder, project] : projects_.all()) {
            const ProjectLint& lint = project->project.lint;
            if (lint.baseline.empty()) continue;
            const ProjectPath found = path_in_project(lint.baseline, project->name);
            const std::string problem =
                found.failure.empty() ? add_baseline(found.name) : "cannot be read: " + found.failure;
            if (!problem.empty())
                project->diagnostics.report(*find_rule("unresolved-name"), lint.baseline_span,
                                            "`" + lint.baseline + "` " + problem);
        }
    }

    /// What is wrong with the file, as the end of a sentence; empty: nothing.
    std::string add_baseline(const std::string& file) {
        InputText input = read_input({file, true, false});
        baselines_.insert(identity(file));
        if (input.problem.empty()) known_.merge(read_baseline(input.text, input.problem));
        return input.problem;
    }

    /// Whether a file that is no flow is known for what it is: a project's own, or a baseline.
    bool is_read_for_itself(const InputPath& file) {
        return is_own_file(projects_.of(file), file) || baselines_.count(identity(file)) != 0;
    }

    void leave_out_known(LintedFile& unit) const {
        if (known_.empty()) return;
        cli::leave_out_known(unit.diagnostics, unit.fingerprints, known_, unit.left_out);
        for (FoundElsewhere& one : unit.elsewhere)
            cli::leave_out_known(one.found, one.fingerprints, known_, unit.left_out);
    }

    /// Whether all flows of a project were named.
    bool checks_all_of(const ProjectFile& project) {
        if (!options_.stdin_filename.empty() || !options_.changed.empty()) return false;
        if (options_.inputs.empty())
            return &project == &projects_.of({"flowc.yaml", true, false}) &&
                   (!project.flows.empty() || project.name == "flowc.yaml");
        return std::any_of(options_.inputs.begin(), options_.inputs.end(), [&](const std::string& input) {
            std::error_code failure;
            return std::filesystem::equivalent(input, project.folder, failure);
        });
    }

    /// Whether what a project's file says of others than the flows at hand is told: not where single flows were named.
    bool is_spoken_of(const ProjectFile& project) const {
        if (!options_.stdin_filename.empty()) return false;
        return options_.inputs.empty() ||
               std::any_of(options_.inputs.begin(), options_.inputs.end(), [&](const std::string& input) {
                   std::error_code failure;
                   return std::filesystem::is_directory(input, failure) ||
                          (!project.name.empty() && std::filesystem::equivalent(input, project.name, failure));
               });
    }

    /// The findings of the files that were checked, and of those that they share, in the order of files.
    void collect(Report& report) {
        std::vector<FoundElsewhere> elsewhere;
        const auto take = [&](std::vector<FoundElsewhere> found) {
            elsewhere.insert(elsewhere.end(), std::make_move_iterator(found.begin()),
                             std::make_move_iterator(found.end()));
        };
        for (const auto& [folder, project] : projects_.all()) {
            Diagnostics found;
            if (!project->sound() || is_spoken_of(*project)) found = project->diagnostics;
            report_unused_allowances(*project, units_, checks_all_of(*project), found);
            if (checks_all_of(*project)) report_idle_patterns(*project, units_, found);
            found.sort();
            if (!project->unreadable.empty()) report.unreadable.push_back({project->unreadable, project->why});
            std::vector<FoundElsewhere> in_project = take_elsewhere(found, project->sources, {});
            for (FoundElsewhere& one : in_project) {
                one.fingerprints = fingerprints(one.found, *one.sources, path_from(*project, {std::string(one.file)}));
                if (project->sound() && !known_.empty())
                    cli::leave_out_known(one.found, one.fingerprints, known_, left_out_);
            }
            take(std::move(in_project));
        }
        for (LintedFile& unit : units_) {
            if (unit.skipped || !unit.problem.empty()) continue;
            report.files.push_back({&unit.diagnostics, unit.sources.get(), unit.name, unit.fingerprints, &unit.flows});
            take(std::move(unit.elsewhere));
        }
        shared_ = told_once(std::move(elsewhere), report.files);
        for (const FoundElsewhere& one : shared_)
            report.files.push_back({&one.found, one.sources, {}, one.fingerprints});
        const auto name = [](const Findings& file) -> std::string_view {
            if (!file.name.empty()) return file.name;
            return file.sources->file_of(file.diagnostics->items().front().span).name();
        };
        const auto by_name = [&](const Findings& a, const Findings& b) { return name(a) < name(b); };
        if (!std::is_sorted(report.files.begin(), report.files.end(), by_name))
            std::stable_sort(report.files.begin(), report.files.end(), by_name);
        for (const Findings& file : report.files) {
            report.tally.count(*file.diagnostics);
            report.tally.count_fixes(*file.diagnostics);
        }
        report.tally.warnings += settings_.unused().size();
        report.tally.unreadable = report.unreadable.size() - report.tally.unwritten;
    }

    void finish(const Report& report) {
        const Tally& tally = report.tally;
        std::set<std::string> left_out = left_out_;
        for (const LintedFile& unit : units_) left_out.insert(unit.left_out.begin(), unit.left_out.end());
        const std::array<std::size_t, 3> counts{tally.notes, tally.warnings, tally.errors};
        for (std::size_t severity = options_.fail_on; severity < counts.size(); ++severity)
            if (counts[severity] > 0) raise(code_, ExitCode::findings);
        const bool too_many =
            options_.max_warnings >= 0 && tally.warnings > static_cast<std::size_t>(options_.max_warnings);
        if (too_many) raise(code_, ExitCode::findings);
        if (!report.unreadable.empty()) raise(code_, ExitCode::unreadable);
        Output out(posix::Stream::output);
        Output err(posix::Stream::error);
        for (const Unreadable& one : report.unreadable) err << file_error(one.name, one.why);
        if (options_.fix.any()) tell_unfixed(err);
        for (const std::string& line : settings_.unused()) err << line;
        if (!options_.write_baseline.empty()) return write_baseline(report, out, err);
        if (options_.fix.diff) return print_patch(out, err);
        if (!options_.summary_only || options_.format != 0) out.take(report_in(options_.format, report, color_));
        if (options_.format == 0) {
            if (options_.statistics) out << statistics(report);
            if (!options_.common.quiet || options_.summary_only) out << summary(tally);
            if (!options_.common.quiet && !left_out.empty())
                out << "left out " << counted(left_out.size(), "finding") << " of the baseline\n";
            if (too_many)
                out << counted(tally.warnings, "warning") << ", and `--max-warnings` allows "
                    << std::to_string(options_.max_warnings) << "\n";
        }
        for (const OutputFile& file : options_.outputs)
            if (!write(file.path, report_in(file.format, report, false), err)) raise(code_, ExitCode::unreadable);
        err.flush(code_);
        out.flush(code_);
    }

    /// A flow that was read has no other copy, and what a project says has none: what is written in their place would cost their
    /// author the text. A file in which no flow was found may be the report or the baseline of an earlier run.
    bool is_checked(const std::string& path) const {
        std::error_code error;
        if (!std::filesystem::is_regular_file(path, error)) return false;
        const auto& projects = projects_.all();
        const bool is_project = std::any_of(projects.begin(), projects.end(), [&](const auto& one) {
            return !one.second->name.empty() && std::filesystem::equivalent(one.second->name, path, error);
        });
        return is_project || std::any_of(units_.begin(), units_.end(), [&](const LintedFile& unit) {
                   const bool passed_over = unit.skipped && unit.document.form == Form::other;
                   return !passed_over && std::filesystem::equivalent(unit.name, path, error);
               });
    }

    bool write(const std::string& path, std::string_view text, Output& err) const {
        std::string why;
        if (is_checked(path)) why = "it was read to be checked, and its text would be lost; name another file";
        else if (const std::error_code error = posix::replace_file(path, text)) why = reason(error);
        else return true;
        err << file_error(path, "not written: " + why);
        return false;
    }

    /// A patch says nothing of the projects whose files it leaves out.
    void tell_unfixed(Output& err) const {
        for (const auto& [folder, project] : projects_.all()) {
            if (project->sound()) continue;
            if (options_.fix.diff)
                for (const Diagnostic& one : project->diagnostics.items())
                    err << render_text(one, project->sources, {color_});
            err << file_error(project->name, "no file of its project is fixed before this one is mended");
        }
    }

    void print_patch(Output& out, Output& err) {
        std::optional<PatchFolder> folder;  // git is asked for it where there is something to name
        bool elsewhere = false;
        for (const LintedFile& unit : units_) {
            if (!unit.fixed.text || unit.fixed.text->text() == unit.fixed.text->original()) continue;
            if (!folder) folder.emplace();
            if (const std::optional<std::string> path = folder->path_to(unit.name)) {
                out << patch(*path, *unit.fixed.text);
                elsewhere = elsewhere || !folder->is_applied_here(*path);
                continue;
            }
            err << file_error(unit.name, "not in the patch: it lies outside of " + folder->words());
            raise(code_, ExitCode::unreadable);
        }
        if (elsewhere)
            err << "flowc lint: here `git apply` passes over files that do not lie below the current folder; apply the "
                   "patch at the top of " +
                       folder->words() + "\n";
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
        for (const LintedFile& unit : units_) add(unit.diagnostics, unit.fingerprints, unit.path);
        for (const FoundElsewhere& one : shared_) add(one.found, one.fingerprints, std::string(one.file));
        const bool is_written = write(options_.write_baseline, baseline_text(known), err);
        if (is_written && !options_.common.quiet)
            out << "wrote " << counted(known.size(), "finding") << " to " << options_.write_baseline << "\n";
        code_ = !is_written || !report.unreadable.empty() ? ExitCode::unreadable : ExitCode::ok;
        err.flush(code_);
        out.flush(code_);
    }

    const LintOptions& options_;
    CompileSettings& settings_;
    const bool color_;
    ExitCode code_ = ExitCode::ok;
    Projects projects_;
    FlowSets sets_;
    std::vector<LintedFile> units_;
    std::vector<FoundElsewhere> shared_;
    std::set<std::string> baselines_;  ///< as `identity` calls them
    std::set<std::string> known_;      ///< fingerprints of the baseline
    bool baseline_is_read_ = true;
    bool wants_all_fixes_ = false;
    std::set<std::string> left_out_;  ///< those of them that were found in what a project says
    int passes_ = 0;
};

}  // namespace

ExitCode lint_command(const Arguments& arguments) {
    LintOptions options;
    CompileSettings settings;
    if (const auto code = read_options(arguments, options, settings)) return *code;
    // Never destroyed: the process ends here, and to give back piece by piece what thousands of files hold takes half as long
    // as to write what was found in them. Static, so that nobody takes it for lost.
    static Lint* lint = nullptr;
    lint = new Lint(options, settings);
    return lint->run();
}

}  // namespace flowc::cli
