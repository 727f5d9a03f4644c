#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <memory>

#include "command.hpp"
#include "compile_settings.hpp"
#include "flowc/compile.hpp"
#include "input/flow_sets.hpp"
#include "input/looks_like.hpp"
#include "input/project.hpp"
#include "input/read_input.hpp"
#include "linting/found_elsewhere.hpp"
#include "linting/tally.hpp"
#include "output/output.hpp"
#include "output/output_folder.hpp"
#include "output/product.hpp"
#include "system/parallel.hpp"

namespace flowc::cli {

namespace {

constexpr std::array<std::string_view, 4> target_words{"content", "wrapper", "export", "api"};
constexpr std::array<Target, 4> targets{Target::content, Target::wrapper, Target::export_, Target::api};

struct Options {
    std::vector<std::string> inputs;
    std::string output;
    std::size_t target = 0;
    CompileWords words;
    bool check = false;
    bool source_map = false;
    CommonOptions common;
};

/// One input, as far as it has come.
struct Unit {
    std::string_view name;
    const ProjectFile* project = nullptr;
    std::string problem;  ///< it could not be read
    bool skipped = false;
    bool done_already = false;  ///< flow JSON, found in a folder
    std::unique_ptr<Sources> sources = std::make_unique<Sources>();
    Document document;
    CompileResult result;
    std::vector<FoundElsewhere> elsewhere;
    bool has_unresolved_names = false;
    std::string findings;
};

class Compilation {
  public:
    Compilation(const Options& options, CompileSettings& settings)
        : options_(options), settings_(settings), color_(use_color(options.common.color, posix::Stream::error)) {}

    ExitCode run() {
        if (!prepared(settings_.read_environment(options_.words.environment))) return finish();
        const Walk walk = projects_.named_or_default(options_.inputs);
        for (const Unreadable& one : walk.unreadable) unreadable(one.name, one.why);
        compile_all(walk.files);
        collect();
        if (!writes_files()) {
            print();
        } else {
            name_files();
            if (options_.check) {
                compare();
            } else {
                write();
            }
        }
        for (const Unit& unit : units_)
            if (unit.document.form == Form::dsl && unit.project->sound()) settings_.look_for_uses(*unit.sources);
        const std::vector<std::string> unused = settings_.unused();
        for (const std::string& line : unused) err_ << line;
        tally_.warnings += unused.size();
        if (!options_.common.quiet) {
            summarise();
            point_to_environment();
        }
        return finish();
    }

  private:
    bool writes_files() const { return !options_.output.empty() && options_.output != "-"; }

    std::string render(const Diagnostics& diagnostics, const Sources& sources) const {
        std::string text;
        for (const Diagnostic& one : diagnostics.items()) text += render_text(one, sources, {color_});
        return text;
    }

    void unreadable(std::string_view file, std::string_view why) {
        err_ << file_error(file, why);
        ++tally_.unreadable;
        raise(code_, ExitCode::unreadable);
    }

    void failed(const Product& product) {
        err_ << file_error(product.file, product.why);
        ++failed_;
        raise(code_, ExitCode::unreadable);
    }

    bool prepared(const Preparation& read) {
        raise(code_, report(read, err_, color_));
        tally_.count(read.diagnostics);
        if (!read.unreadable.empty()) ++tally_.unreadable;
        return read.sound();
    }

    bool read_projects() {
        bool sound = true;
        for (const auto& [folder, project] : projects_.all()) sound = prepared(*project) && sound;
        return sound;
    }

    void compile_all(const std::vector<InputPath>& paths) {
        units_.resize(paths.size());
        for (std::size_t i = 0; i < paths.size(); ++i) {
            units_[i].name = paths[i].name;
            units_[i].project = &projects_.of(paths[i]);
        }
        if (!read_projects()) return;
        parallel(options_.common.jobs, paths.size(), [&](std::size_t i) { read_one(paths[i], units_[i]); });
        read_interfaces(paths);
        parallel(options_.common.jobs, paths.size(), [&](std::size_t i) { compile_one(paths[i], units_[i]); });
        const auto relies = [](const Unit& unit) { return unit.result.relies_on_others; };
        if (std::any_of(units_.begin(), units_.end(), relies)) compile_again_as_a_set(paths);
        for (const Unreadable& one : sets_.unreadable()) unreadable(one.name, one.why);
        tell();
    }

    /// Where a name is read that another flow has to copy, all flows have to be read for what they copy before one is compiled.
    void compile_again_as_a_set(const std::vector<InputPath>& paths) {
        units_ = read_again();
        summarise_sets(paths);
        units_ = read_again();  // a summary takes the document
        parallel(options_.common.jobs, paths.size(), [&](std::size_t i) { compile_one(paths[i], units_[i]); });
    }

    /// The same texts, as if nothing had been done with them.
    std::vector<Unit> read_again() const {
        std::vector<Unit> again(units_.size());
        for (std::size_t i = 0; i < again.size(); ++i) {
            const Unit& unit = units_[i];
            again[i].name = unit.name;
            again[i].project = unit.project;
            if (unit.sources->size() == 0) again[i].problem = unit.problem;
            else again[i].document = read({std::string(unit.name), unit.sources->file(0).text()}, *again[i].sources);
        }
        return again;
    }

    /// What was found, in the order of files.
    void tell() {
        std::vector<FoundElsewhere> elsewhere;
        std::vector<Findings> own;
        for (Unit& unit : units_) {
            if (!unit.problem.empty() || unit.skipped || unit.done_already) continue;
            own.push_back({&unit.result.diagnostics, unit.sources.get(), unit.name});
            for (FoundElsewhere& one : unit.elsewhere) elsewhere.push_back(std::move(one));
        }
        const std::vector<FoundElsewhere> shared = told_once(std::move(elsewhere), own);
        auto next = shared.begin();
        const auto tell_shared = [&] {
            count(next->found);
            err_ << render(next->found, *next->sources);
            ++next;
        };
        for (const Unit& unit : units_) {
            while (next != shared.end() && next->file < unit.name) tell_shared();
            if (!unit.problem.empty()) {
                unreadable(unit.name, unit.problem);
            } else if (unit.skipped) {
                ++tally_.skipped;
            } else if (!unit.done_already) {
                ++tally_.files;
                count(unit.result.diagnostics);
                err_ << unit.findings;
            }
        }
        while (next != shared.end()) tell_shared();
    }

    void count(const Diagnostics& found) {
        tally_.count(found);
        if (found.has_errors()) raise(code_, ExitCode::findings);
    }

    void read_one(const InputPath& path, Unit& unit) const {
        const InputText input = read_input(path);
        unit.problem = input.problem;
        if (unit.problem.empty()) unit.document = read({path.name, input.text}, *unit.sources);
    }

    /// What every flow has to know of the others, before any is compiled. `with_json`: they will be summarised.
    void read_interfaces(const std::vector<InputPath>& paths, bool with_json = false) {
        std::vector<FlowSets::Member> members;
        for (std::size_t i = 0; i < paths.size(); ++i) {
            const Form form = units_[i].document.form;
            if (units_[i].problem.empty() && (with_json ? form != Form::other : form == Form::dsl))
                members.push_back({&paths[i], units_[i].project, &units_[i].document, units_[i].sources.get()});
        }
        const ProjectFile* whole = options_.inputs.empty() ? projects_.worked_on_whole() : nullptr;
        sets_ = {};
        sets_.read(
            members, whole, with_json, options_.common.jobs,
            [&](const Document& document, const Sources& sources, const ProjectFile& project) {
                const Input file{project.name, project.text};
                return read_interface(document, sources,
                                      settings_.under(project, file, sources.file(document.file).name()));
            },
            writes_files());
    }

    void summarise_sets(const std::vector<InputPath>& paths) {
        read_interfaces(paths, true);
        const bool incomplete =
            tally_.unreadable > 0 ||
            std::any_of(units_.begin(), units_.end(), [](const Unit& unit) { return !unit.problem.empty(); });
        sets_.summarise(
            options_.common.jobs, incomplete,
            [&](Document& document, Sources& sources, const ProjectFile& project, const ProjectFlows* flows) {
                const Input file{project.name, project.text};
                CheckOptions options;
                options.compile = settings_.under(project, file, sources.file(document.file).name());
                options.compile.flows = flows;
                return flowc::summarise(document, sources, options);
            });
    }

    void compile_one(const InputPath& path, Unit& unit) const {
        Document& document = unit.document;
        if (!unit.problem.empty()) return;
        if (document.form == Form::dsl) {
            const Input project{unit.project->name, unit.project->text};
            CompileOptions options = settings_.under(*unit.project, project, path.name);
            options.flows = sets_.of(path, *unit.project);
            options.set = sets_.set_of(path, *unit.project);
            unit.result = compile(std::move(document), *unit.sources, options);
        } else if (!path.named) {
            (document.form == Form::other && !is_own_file(*unit.project, path) ? unit.skipped : unit.done_already) =
                true;
        } else if (document.form == Form::other) {
            unit.problem = "is no flow: it looks like " +
                           std::string(looks_like(path.name, unit.sources->file(document.file).text()));
        } else if (document.form == Form::content) {
            unit.problem = "is flow JSON already; `flowc lint` checks it";
        } else if (document.form == Form::wrapper || document.form == Form::template_) {
            unit.problem = "is " + std::string(to_string(document.form)) + "; `flowc lint` checks it";
        } else {
            unit.result.diagnostics = check(std::move(document), *unit.sources).diagnostics;
        }
        const auto& found = unit.result.diagnostics.items();
        unit.has_unresolved_names = std::any_of(found.begin(), found.end(), [](const Diagnostic& one) {
            return one.rule && one.rule->id == "unresolved-name";
        });
        unit.elsewhere = take_elsewhere(unit.result.diagnostics, *unit.sources, unit.name);
        unit.findings = render(unit.result.diagnostics, *unit.sources);
    }

    void collect() {
        for (const Unit& unit : units_) {
            for (const CompiledFlow& one : unit.result.flows)
                products_.push_back({.sources = unit.sources.get(), .flow = &one.flow});
        }
    }

    /// One flow as it is; several as a list, in which the Flow-language documents must be told apart by wrappers.
    void print() {
        Output out(posix::Stream::output);
        const Target target = targets[options_.target];
        const bool several = products_.size() > 1;
        std::vector<std::string> texts(products_.size());
        // The flows of one file are written sooner than a thread is started.
        parallel(units_.size() > 1 ? options_.common.jobs : 1, texts.size(), [&](std::size_t i) {
            texts[i] = emit(*products_[i].flow, several && target == Target::content ? Target::wrapper : target);
        });
        if (several) {
            out.take(json_list(texts));
        } else if (!texts.empty()) {
            out.take(std::move(texts.front()));
        }
        out.flush(code_);
    }

    /// Texts of JSON hold no line ends inside their strings, so whole lines can be indented.
    static std::string json_list(const std::vector<std::string>& texts) {
        constexpr std::size_t for_its_lines = 64;  // a wrapper has few
        std::string list;
        std::size_t size = 0;
        for (const std::string& text : texts) size += text.size() + for_its_lines;
        list.reserve(size);
        for (const std::string& text : texts) {
            list += list.empty() ? "[\n  " : ",\n  ";
            std::string_view rest(text.data(), text.size() - 1);
            for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
                list.append(rest.substr(0, end + 1)).append("  ");
                rest.remove_prefix(end + 1);
            }
            list += rest;
        }
        list += "\n]\n";
        return list;
    }

    /// Two flows that would share a file, on this file system or on another, are both left out.
    void name_files() {
        std::map<std::string, std::size_t> taken;
        for (std::size_t i = 0; i < products_.size(); ++i) {
            Product& product = products_[i];
            const std::string name = output_name(product.flow->name);
            product.path = (std::filesystem::path(options_.output) / name).native();
            const auto [first, is_new] = taken.emplace(case_folded(name), i);
            if (is_new) continue;
            Product& other = products_[first->second];
            other.clashes = product.clashes = true;
            place(product, Severity::error,
                  "the flow `" + product.flow->name + "` would be written to `" + name +
                      "`, where another flow is written; rename one of them");
            place(other, Severity::note, "`" + other.flow->name + "` is the other one");
            ++tally_.errors;
            raise(code_, ExitCode::findings);
        }
    }

    void place(const Product& product, Severity severity, std::string message) {
        Diagnostic finding;
        finding.severity = severity;
        finding.span = product.flow->name_span;
        finding.message = std::move(message);
        err_ << render_text(finding, *product.sources, {color_});
    }

    ProductForm form() const { return {targets[options_.target], options_.source_map}; }

    void write() {
        std::error_code error;
        if (!products_.empty()) std::filesystem::create_directories(options_.output, error);
        if (error) {
            err_ << file_error(options_.output, "cannot be created: " + reason(error));
            failed_ = products_.size();
            raise(code_, ExitCode::unreadable);
            return;
        }
        posix::remove_leftovers(options_.output);
        parallel(options_.common.jobs, products_.size(), [&](std::size_t i) {
            if (!products_[i].clashes) write_product(products_[i], form());
        });
        for (const Product& one : products_) {
            if (one.clashes) continue;
            if (one.written == Written::failed) failed(one);
            if (one.written == Written::changed) ++changed_;
            if (one.written == Written::unchanged) ++unchanged_;
        }
        if (changed_ == 0) return;
        error = posix::sync_folder(options_.output);
        if (!error) return;
        err_ << file_error(options_.output, "written, but may not outlast a power failure: " + reason(error));
        raise(code_, ExitCode::unreadable);
    }

    void compare() {
        parallel(options_.common.jobs, products_.size(), [&](std::size_t i) {
            if (!products_[i].clashes) compare_product(products_[i], form());
        });
        for (const Product& one : products_) {
            if (one.clashes) continue;
            if (one.compared == Compared::failed) failed(one);
            if (one.compared == Compared::same) ++unchanged_;
            if (one.compared != Compared::differs && one.compared != Compared::missing) continue;
            ++changed_;
            raise(code_, ExitCode::findings);
            err_ << file_error(
                one.file, one.compared == Compared::missing ? "is missing" : "differs from what its flow compiles to");
        }
    }

    void summarise() {
        err_ << summary(tally_);
        const std::size_t all = changed_ + unchanged_ + failed_;
        if (all == 0) return;
        if (options_.check) {
            err_ << std::to_string(changed_) << " of " << counted(all, "output")
                 << (changed_ == 1 || all == 1 ? " differs" : " differ");
        } else {
            err_ << counted(changed_, "flow") << " written";
        }
        if (unchanged_ > 0 && !options_.check) err_ << ", " << std::to_string(unchanged_) << " unchanged";
        if (failed_ > 0) err_ << ", " << std::to_string(failed_) << " failed";
        err_ << "\n";
    }

    /// Names that nothing resolves, where an environment file lies beside the flow and was not given.
    void point_to_environment() {
        if (!options_.words.environment.empty()) return;
        for (const Unit& unit : units_) {
            if (unit.project->has_environment || !unit.has_unresolved_names) continue;
            const std::filesystem::path beside = std::filesystem::path(unit.name).parent_path() / "env.yaml";
            std::error_code error;
            if (!std::filesystem::is_regular_file(beside, error)) continue;
            err_ << "there is an environment file beside `" << unit.name << "`: `--env " << beside.native() << "`\n";
            return;
        }
    }

    ExitCode finish() {
        err_.flush(code_);
        return code_;
    }

    const Options& options_;
    CompileSettings& settings_;
    const bool color_;
    ExitCode code_ = ExitCode::ok;
    Output err_{posix::Stream::error};
    Tally tally_;
    Projects projects_{options_.words.environment};
    FlowSets sets_;
    std::vector<Unit> units_;
    std::vector<Product> products_;
    std::size_t changed_ = 0;
    std::size_t unchanged_ = 0;
    std::size_t failed_ = 0;
};

}  // namespace

ExitCode compile_command(const Arguments& arguments) {
    Options options;
    CommandLine line("compile",
                     "Compiles flow files, *.flow.yaml, to flow JSON, and tells what the service would refuse; `lint` "
                     "tells what callers would suffer, too. "
                     "A flow with an error is not written.");
    line.arguments("FILES", options.inputs,
                   "files, folders or `-` for standard input (default: what `flows` in flowc.yaml names, else the "
                   "current folder); of a folder every file that "
                   "holds flows in YAML, whatever it is called");
    line.option("-o,--output", "DIR", options.output,
                "a folder, where each flow becomes `<name>.json`, or `-` for standard output (the default)");
    line.choice("--target", target_words, options.target, "what to write");
    line.compiling(options.words);
    line.flag("--check", options.check, "write nothing; say which files in the folder differ or are missing");
    line.flag("--source-map", options.source_map,
              "write `<name>.json.map` beside each flow: which word of the YAML made which place of the JSON");
    line.common(options.common);
    if (const auto code = line.parse(arguments)) return *code;
    if (options.check && (options.output.empty() || options.output == "-")) {
        return line.misused("`--check` compares with the files in a folder; name it with `-o DIR`");
    }
    if (options.source_map && (options.output.empty() || options.output == "-")) {
        return line.misused("`--source-map` writes a file beside each flow; name a folder with `-o DIR`");
    }
    CompileSettings settings;
    if (const std::string fault = settings.read_values(options.words.values); !fault.empty())
        return line.misused(fault);
    return Compilation(options, settings).run();
}

}  // namespace flowc::cli
