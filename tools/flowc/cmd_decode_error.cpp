#include <algorithm>
#include <array>
#include <set>

#include "command.hpp"
#include "compile_settings.hpp"
#include "diagnostics/visible.hpp"
#include "explain/decoded_problem.hpp"
#include "flowc/compile.hpp"
#include "input/flow_sets.hpp"
#include "input/project.hpp"
#include "input/read_input.hpp"
#include "output/output.hpp"

namespace flowc::cli {

namespace {

constexpr std::array<std::string_view, 2> format_words{"text", "json"};
constexpr std::size_t most_actions = 5;  ///< that are named where a message may mean any of several

struct Options {
    std::string printed;
    std::string flow;
    std::string name;
    CompileWords words;
    std::size_t format = 0;
};

FilePlace place_of(const SourceMap& map, const SourceMap::Place& place) {
    return {map.sources[place.source], place.begin, place.end};
}

FilePlace place_of(Span inside, const Sources& sources) {
    const Span span = sources.outermost(inside);
    const SourceFile& file = sources.file_of(span);
    return {file.name(), file.position(span.begin), file.position(span.end)};
}

class Decoding {
  public:
    Decoding(const Options& options, CompileSettings& settings) : options_(options), settings_(settings) {}

    ExitCode run() {
        const bool is_stdin = options_.printed.empty() || options_.printed == "-";
        const InputText printed = read_input({is_stdin ? "<stdin>" : options_.printed, true, is_stdin});
        if (!printed.problem.empty()) return fail(is_stdin ? "<stdin>" : options_.printed, printed.problem);
        const ServiceAnswer answer = read_service_answer(printed.text);
        if (!options_.flow.empty()) {
            if (const ExitCode code = read_flow(printed.text); code != ExitCode::ok) return code;
        }
        for (const ServiceProblem& problem : answer.problems) problems_.push_back(decoded(problem));
        if (compiled_) say_what_was_not_sent();
        Output out(posix::Stream::output);
        out << (options_.format == 0 ? decoded_text(problems_, about_) : decoded_json(problems_, about_));
        if (problems_.empty()) say_nothing_was_named(answer);
        ExitCode code = ExitCode::ok;
        const bool all =
            std::all_of(problems_.begin(), problems_.end(), [](const auto& one) { return one.understood(); });
        if (problems_.empty() || !all) raise(code, ExitCode::findings);
        out.flush(code);
        err_.flush(code);
        return code;
    }

  private:
    ExitCode fail(std::string_view file, std::string_view why, ExitCode code = ExitCode::unreadable) {
        err_ << file_error(file, why);
        err_.flush(code);
        return code;
    }

    void say_nothing_was_named(const ServiceAnswer& answer) {
        err_ << "flowc decode-error: ";
        if (answer.refused && answer.listed) {
            err_ << "a flow was refused, and the service names no problem: its list of them is empty";
        } else if (answer.refused) {
            err_ << "a flow was refused, and no problem is named; the AWS CLI leaves them out: call it again with "
                    "`--debug` and give all that "
                    "it prints";
        } else {
            err_ << "no problem of a flow is named in this";
        }
        if (!options_.flow.empty()) err_ << "; `flowc lint " << options_.flow << "` looks for what the service refuses";
        err_ << "\n";
    }

    ExitCode read_flow(std::string_view printed) {
        about_.file = options_.flow;
        const InputPath path{options_.flow, true, false};
        const InputText input = read_input(path);
        if (!input.problem.empty()) return fail(options_.flow, input.problem);
        const ProjectFile& project = projects_.of(path);
        const Input file{project.name, project.text};
        Document document = read({path.name, input.text}, sources_);
        CheckOptions options;
        options.type = type_for(project.project.lint, path_from(project, path));
        compiled_ = document.form == Form::dsl;
        if (compiled_) {
            if (const ExitCode code = prepare(path, project, file, document, options.compile); code != ExitCode::ok)
                return code;
        } else if (!options_.words.environment.empty() || !options_.words.values.empty()) {
            return fail(options_.flow, "is not compiled, as a *.flow.yaml is; leave `--env` and `--set` out",
                        ExitCode::usage);
        }
        checked_ = check(std::move(document), sources_, options);
        if (compiled_) settings_.look_for_uses(sources_);
        for (const std::string& line : settings_.unused()) err_ << line;
        if (checked_.flows.empty()) return fail(options_.flow, "holds no flow that can be read; `flowc lint` says why");
        if (const ExitCode code = choose(printed); code != ExitCode::ok) return code;
        about_.name = flow_->name;
        about_.actions = flow_->actions.size();
        map_ = shown_ = source_map(*flow_, sources_);
        read_map_beside(input.text);
        return ExitCode::ok;
    }

    /// A flow in YAML is compiled as `flowc compile` would compile it, beside the other flows of its project.
    ExitCode prepare(const InputPath& path, const ProjectFile& project, const Input& file, Document& document,
                     CompileOptions& options) {
        ExitCode code = report(settings_.read_environment(options_.words.environment), err_, false);
        raise(code, report(project, err_, false));
        options = settings_.under(project, file, path.name);
        about_.without_environment = !options.environment;
        sets_.read({{&path, &project, &document, &sources_}}, nullptr, false, 0,
                   [&](const Document& one, const Sources& sources, const ProjectFile&) {
                       const std::string& name = sources.file(one.file).name();
                       return read_interface(one, sources, settings_.under(project, file, name));
                   });
        for (const Unreadable& one : sets_.unreadable()) {
            err_ << file_error(one.name, one.why);
            raise(code, ExitCode::unreadable);
        }
        options.flows = sets_.of(path, project);
        if (code != ExitCode::ok) err_.flush(code);
        return code;
    }

    /// The flow that `--name` says; else the only one, or the only one whose name was printed.
    ExitCode choose(std::string_view printed) {
        std::vector<const Flow*> fitting;
        for (const Flow& flow : checked_.flows) {
            const bool fits = options_.name.empty()
                                  ? !flow.name.empty() && printed.find(flow.name) != std::string_view::npos
                                  : flow.name == options_.name;
            if (fits) fitting.push_back(&flow);
        }
        if (options_.name.empty() && checked_.flows.size() == 1) fitting = {&checked_.flows.front()};
        if (fitting.size() == 1) {
            flow_ = fitting.front();
            return ExitCode::ok;
        }
        std::string names;
        for (const Flow& flow : checked_.flows) names += (names.empty() ? "`" : ", `") + visible(flow.name) + "`";
        return fail(options_.flow,
                    options_.name.empty() ? "holds " + names + "; say which was refused: `--name NAME`"
                                          : "holds no flow `" + visible(options_.name) + "`, but " + names,
                    ExitCode::usage);
    }

    /// A flow that was compiled has beside it where each of its places came from.
    void read_map_beside(std::string_view text) {
        const InputText beside = read_input({options_.flow + ".map", true, false});
        SourceMap map;
        if (!beside.problem.empty() || !read_source_map(beside.text, map)) return;
        if (map.speaks_of(text)) shown_ = std::move(map);
        else about_.stale_map = true;
    }

    /// A flow in YAML with an error of which the service has said nothing is not what was sent: nothing would have been
    /// written of it. Steps may be missing in it, and then the actions have other numbers.
    void say_what_was_not_sent() {
        bool any = false;
        for (const Diagnostic& one : checked_.diagnostics.items()) {
            const bool other = !one.subject.flow.empty() && one.subject.flow != flow_->name;
            if (one.severity != Severity::error || other || told_.count(&one) != 0) continue;
            err_ << render_text(one, sources_);
            any = true;
        }
        if (any)
            err_ << options_.flow
                 << ": warning: as it is here it cannot have been sent, and places may be wrong: it has changed since, "
                    "or "
                    "was compiled with another `--env` or `--set`\n";
    }

    DecodedProblem decoded(const ServiceProblem& problem) {
        DecodedProblem result;
        result.problem = problem;
        if (!flow_) return result;
        const ProblemPlace place = locate(problem, *flow_, map_, checked_.diagnostics);
        result.fit = place.fit;
        for (const ActionId id : place.actions) {
            if (result.actions.size() == most_actions) break;
            const Action& action = flow_->actions[id];
            result.actions.push_back({id, std::string(action.identifier), std::string(action.type_name)});
        }
        told_.insert(place.findings.begin(), place.findings.end());
        for (const Diagnostic* const one : place.findings)
            result.found.push_back({place_of(one->span, sources_), one->message, one->rule->id});
        if (place.fit == ProblemPlace::Fit::past_end) return result;
        const std::string path = place.path.empty() && !place.actions.empty()
                                     ? "Actions[" + std::to_string(place.actions.front()) + "]"
                                     : place.path;
        const SourceMap::Mapping* const mapping = path.empty() ? nullptr : shown_.find(path).mapping;
        if (mapping) {
            result.place = place_of(shown_, mapping->place);
            for (const SourceMap::Use* const use : shown_.uses_of(*mapping))
                result.uses.push_back(place_of(shown_, use->place));
        } else if (!result.found.empty()) {
            result.place = result.found.front().place;
        }
        return result;
    }

    const Options& options_;
    CompileSettings& settings_;
    Output err_{posix::Stream::error};
    Projects projects_{options_.words.environment};
    FlowSets sets_;
    Sources sources_;
    CheckResult checked_;
    const Flow* flow_ = nullptr;
    bool compiled_ = false;             ///< the flow was read from YAML
    std::set<const Diagnostic*> told_;  ///< findings that the service has made, too
    DecodedFlow about_;
    SourceMap map_;    ///< of the flow as it was read
    SourceMap shown_;  ///< the same, or the map beside it, which leads further back
    std::vector<DecodedProblem> problems_;
};

}  // namespace

ExitCode decode_error_command(const Arguments& arguments) {
    Options options;
    CommandLine line("decode-error", "Tells what the service means that has refused a flow, and where.");
    line.argument("FILE", options.printed,
                  "what was printed: the service's answer, or a log of the AWS CLI (`--debug`), an SDK, Terraform or "
                  "CloudFormation; "
                  "`-` for standard input (the default)");
    line.option("--flow", "FILE", options.flow,
                "the flow that was refused: the *.flow.yaml, or its JSON; a map beside the JSON leads on to the YAML");
    line.option("--name", "NAME", options.name, "which flow of a file with several");
    line.compiling(options.words);
    line.choice("--format", format_words, options.format, "how the answer is written");
    if (const auto code = line.parse(arguments)) return *code;
    if (options.flow == "-") return line.misused("`--flow` names a file; standard input is what was printed");
    if (options.flow.empty() && !options.name.empty())
        return line.misused("`--name` chooses a flow of the file that `--flow` names");
    if (options.flow.empty() && !options.words.environment.empty())
        return line.misused("`--env` is what the flow that `--flow` names was compiled with");
    if (options.words.environment == "-" && (options.printed.empty() || options.printed == "-"))
        return line.misused("standard input is what was printed; `--env` names a file");
    CompileSettings settings;
    if (const std::string fault = settings.read_values(options.words.values); !fault.empty())
        return line.misused(fault);
    return Decoding(options, settings).run();
}

}  // namespace flowc::cli
