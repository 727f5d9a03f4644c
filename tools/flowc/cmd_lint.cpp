#include <array>
#include <memory>

#include "command.hpp"
#include "flowc/compile.hpp"
#include "include_file.hpp"
#include "lint_json.hpp"
#include "looks_like.hpp"
#include "nearest_name.hpp"
#include "output.hpp"
#include "parallel.hpp"
#include "project.hpp"
#include "read_input.hpp"
#include "tally.hpp"

namespace flowc::cli {

namespace {

constexpr std::array<std::string_view, 2> format_words{"text", "json"};
constexpr std::size_t json_format = 1;

struct Options {
    std::vector<std::string> inputs;
    FlowType type = FlowType::unknown;
    std::size_t format = 0;
    CommonOptions common;
};

/// One input, checked.
struct Unit {
    const ProjectFile* project = nullptr;
    std::string problem;  ///< it could not be read
    bool skipped = false;
    std::unique_ptr<Sources> sources = std::make_unique<Sources>();
    Diagnostics diagnostics;
    std::string text;
};

class Lint {
  public:
    explicit Lint(const Options& options)
        : options_(options), color_(use_color(options.common.color, posix::Stream::output)) {}

    ExitCode run() {
        Walk walk = find_inputs(projects_.named_or_default(options_.inputs));
        units_.resize(walk.files.size());
        for (std::size_t i = 0; i < units_.size(); ++i) units_[i].project = &projects_.of(walk.files[i]);
        read_projects(walk);
        parallel(options_.common.jobs, units_.size(), [&](std::size_t i) { check_one(walk.files[i], units_[i]); });
        for (std::size_t i = 0; i < units_.size(); ++i) {
            const Unit& unit = units_[i];
            if (!unit.problem.empty()) {
                walk.unreadable.push_back({walk.files[i].name, unit.problem});
            } else if (unit.skipped) {
                ++tally_.skipped;
            } else {
                ++tally_.files;
                tally_.count(unit.diagnostics);
            }
        }
        tally_.unreadable = walk.unreadable.size();
        if (tally_.errors > 0) raise(code_, ExitCode::findings);
        if (tally_.unreadable > 0) raise(code_, ExitCode::unreadable);
        report(walk.unreadable);
        return code_;
    }

  private:
    void read_projects(Walk& walk) {
        for (const auto& [folder, project] : projects_.all()) {
            if (!project->unreadable.empty()) walk.unreadable.push_back({project->unreadable, project->why});
            tally_.count(project->diagnostics);
        }
    }

    void check_one(const InputPath& path, Unit& unit) const {
        const InputText input = read_input(path);
        unit.problem = input.problem;
        if (!unit.problem.empty()) return;
        Document document = read({path.name, input.text}, *unit.sources);
        if (document.form == Form::other) {
            if (path.named) {
                unit.problem = "is no flow: it looks like " + std::string(looks_like(input.text));
            } else {
                unit.skipped = true;
            }
            return;
        }
        if (!unit.project->sound() && document.form == Form::dsl) return;  // without its project it would seem faulty
        CheckOptions options;
        const Input project{unit.project->name, unit.project->text};
        options.compile.include = IncludeFile(path.name);
        add_project(*unit.project, project, options.compile);
        options.type = options_.type;
        unit.diagnostics = check(std::move(document), *unit.sources, options).diagnostics;
        if (options_.format == json_format) return;
        for (const Diagnostic& one : unit.diagnostics.items()) unit.text += render_text(one, *unit.sources, {color_});
    }

    void report(const std::vector<Unreadable>& unreadable) {
        Output out(posix::Stream::output);
        Output err(posix::Stream::error);
        for (const Unreadable& one : unreadable) err << file_error(one.name, one.why);
        if (options_.format == json_format) {
            std::vector<Findings> files;
            for (const auto& [folder, project] : projects_.all()) files.push_back({&project->diagnostics, &project->sources});
            for (const Unit& unit : units_) files.push_back({&unit.diagnostics, unit.sources.get()});
            out << lint_json(files, unreadable, tally_);
        } else {
            for (const auto& [folder, project] : projects_.all())
                for (const Diagnostic& one : project->diagnostics.items()) out << render_text(one, project->sources, {color_});
            for (const Unit& unit : units_) out << unit.text;
            if (!options_.common.quiet) out << summary(tally_);
        }
        err.flush(code_);
        out.flush(code_);
    }

    const Options& options_;
    const bool color_;
    ExitCode code_ = ExitCode::ok;
    Tally tally_;
    Projects projects_;
    std::vector<Unit> units_;
};

std::optional<FlowType> flow_type(const std::string& word) {
    const auto type = flow_type_from_dsl(word);
    return type ? type : flow_type_from_api(word);
}

}  // namespace

ExitCode lint_command(const Arguments& arguments) {
    Options options;
    std::string type;
    CommandLine line("lint", "Checks *.flow.yaml and flow JSON, and writes nothing.");
    line.arguments("FILES", options.inputs, "files, folders or `-` for standard input (default: the current folder)");
    line.option("--type", "TYPE", type,
                "the type of flows that do not say their own, such as `inbound` or `CONTACT_FLOW`");
    line.choice("--format", format_words, options.format, "how findings are printed");
    line.common(options.common);
    if (const auto code = line.parse(arguments)) return *code;
    if (!type.empty()) {
        const auto known = flow_type(type);
        if (!known) {
            std::vector<std::string_view> names;
            for (const FlowTypeInfo& one : flow_types()) names.push_back(one.dsl);
            std::vector<std::string_view> all = names;
            for (const FlowTypeInfo& one : flow_types()) all.push_back(one.api);
            const std::string hint = did_you_mean(type, all);
            return line.misused("unknown flow type `" + type + "`" +
                                (hint.empty() ? "; write " + one_of(names) : hint));
        }
        options.type = *known;
    }
    return Lint(options).run();
}

}  // namespace flowc::cli
