#include "flowdsl/c_abi/read_options.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "diagnostics/suggest.hpp"
#include "flowdsl/project/environment.hpp"
#include "flowdsl/rules.hpp"
#include "syntax/plain_text.hpp"
#include "syntax/read.hpp"

namespace flowc::c_abi {

namespace {

std::string_view word_of(NodeKind kind) {
    switch (kind) {
        case NodeKind::null: return "null";
        case NodeKind::boolean: return "a boolean";
        case NodeKind::number: return "a number";
        case NodeKind::sequence: return "an array";
        case NodeKind::mapping: return "an object";
        case NodeKind::string:
        case NodeKind::alias: break;
    }
    return "a string";
}

/// "; did you mean `near`?", or what there is.
std::string meant(std::string_view word, std::span<const std::string_view> known) {
    const std::string_view near = nearest(word, known);
    return near.empty() ? "; there is " + list(known, "and") : "; did you mean `" + std::string{near} + "`?";
}

/// An environment whose names stand in the options, as messages say.
Environment no_names() {
    Environment environment;
    environment.file = "environment";
    return environment;
}

class Reader {
  public:
    Reader(Options& options, std::string_view text, Sources& sources, Diagnostics& diagnostics)
        : options_(options), text_(text), sources_(sources), diagnostics_(diagnostics),
          environment_(no_names(), sources, diagnostics) {}

    void read(Node root, Function function) {
        if (!is(root, NodeKind::mapping, "a call")) return;
        check_names(root, function);
        for (const Option& option : all())
            if (const Node value = root.find(option.name); value && option.belongs_to(function))
                (this->*option.read)(value);
        if (holds_environment_) options_.environment = environment_.result();
        follow_project();
        // A check without an environment takes any name; what is compiled has to know them all.
        if (function == Function::compile && !options_.environment) options_.environment = no_names();
    }

  private:
    struct Option {
        std::string_view name;
        std::optional<Function> only;  ///< the one function that takes it
        void (Reader::*read)(Node value);

        bool belongs_to(Function function) const { return !only || only == function; }
    };

    /// In the order in which they are read.
    static std::span<const Option> all() {
        static constexpr Option options[] = {
            {"file", {}, &Reader::read_file},
            {"target", Function::compile, &Reader::read_target},
            {"source_map", Function::compile, &Reader::read_source_map},
            {"type", Function::lint, &Reader::read_type},
            {"files", {}, &Reader::read_files},
            {"project", {}, &Reader::read_project},
            {"environment_file", {}, &Reader::read_environment_file},
            {"environment", {}, &Reader::read_environment},
            {"values", {}, &Reader::read_values},
        };
        return options;
    }

    void report(Node node, std::string message) {
        diagnostics_.report(rules::bad_value, node.span(), std::move(message));
    }

    void check_names(Node root, Function function) {
        std::vector<std::string_view> known;
        for (const Option& option : all())
            if (option.belongs_to(function)) known.push_back(option.name);
        for (const Entry entry : root.entries()) {
            const std::string_view name = entry.key.text();
            const auto options = all();
            const auto found =
                std::find_if(options.begin(), options.end(), [&](const Option& option) { return option.name == name; });
            if (found == options.end())
                diagnostics_.report(rules::unknown_key, entry.key.span(),
                                    "there is no option " + quote(name) + meant(name, known));
            else if (!found->belongs_to(function))
                diagnostics_.report(rules::unknown_key, entry.key.span(),
                                    quote(name) + " is an option of " +
                                        (function == Function::lint ? "`flowc_compile`" : "`flowc_lint`") +
                                        " alone; remove it");
        }
    }

    bool is(Node node, NodeKind kind, std::string_view what) {
        if (node.kind() == kind) return true;
        const bool plain = node.kind() == NodeKind::number || node.kind() == NodeKind::boolean;
        report(node, std::string{what} + " takes " + std::string{word_of(kind)} + ", and this is " +
                         std::string{word_of(node.kind())} +
                         (plain && kind == NodeKind::string ? "; put it into quotes" : ""));
        return false;
    }

    /// A string that says something; empty: it does not, and that was reported.
    std::string_view word(Node node, std::string_view option) {
        const std::string what = quote(option);
        if (!is(node, NodeKind::string, what)) return {};
        if (node.text().empty()) report(node, what + " is empty; write a name, or leave it out");
        return node.text();
    }

    /// The entries of an object, all of them strings.
    std::vector<Entry> texts(Node node, std::string_view option) {
        std::vector<Entry> texts;
        if (!is(node, NodeKind::mapping, quote(option))) return texts;
        for (const Entry entry : node.entries())
            if (is(entry.value, NodeKind::string, quote(entry.key.text()) + " in " + quote(option)))
                texts.push_back(entry);
        return texts;
    }

    void read_file(Node node) {
        options_.file = word(node, "file");
        own_ = path_from(options_.file, "");
        // One that is too long is refused, and not even copied.
        if (!own_.empty() && text_.size() <= max_json_bytes) options_.files.emplace(own_, text_);
    }

    void read_target(Node node) {
        static constexpr std::array<std::string_view, 4> words{"content", "wrapper", "export", "api"};
        static constexpr std::array<Target, 4> targets{Target::content, Target::wrapper, Target::export_, Target::api};
        const std::string_view text = word(node, "target");
        if (text.empty()) return;
        const auto found = std::find(words.begin(), words.end(), text);
        if (found == words.end()) report(node, "there is no target " + quote(text) + meant(text, words));
        else options_.target = targets[static_cast<std::size_t>(found - words.begin())];
    }

    void read_source_map(Node node) {
        if (is(node, NodeKind::boolean, "`source_map`")) options_.source_map = node.text() == "true";
    }

    void read_type(Node node) {
        const std::string_view text = word(node, "type");
        if (text.empty()) return;
        std::optional<FlowType> type = flow_type_from_dsl(text);
        if (!type) type = flow_type_from_api(text);
        if (type) {
            options_.type = *type;
            return;
        }
        std::vector<std::string_view> known;
        for (const FlowTypeInfo& row : flow_types()) known.push_back(row.api);
        for (const FlowTypeInfo& row : flow_types()) known.push_back(row.dsl);
        report(node, "there is no flow type " + quote(text) + meant(text, known));
    }

    void read_files(Node node) {
        for (const Entry file : texts(node, "files")) {
            const std::string path = path_from(file.key.text(), "");
            if (options_.files.emplace(path, file.value.text()).second) continue;
            if (path == own_) {
                if (file.value.text() != text_)
                    report(file.key, quote(file.key.text()) +
                                         " is the text of this call, as `file` says, and this is another; remove one");
            } else if (path != file.key.text())
                report(file.key,
                       quote(file.key.text()) + " is " + quote(path) + ", which has a text already; remove one");
        }
    }

    /// The file that an option names; null: there is none, which was reported.
    const Texts::value_type* file_named(Node node, std::string_view option) {
        const std::string_view written = word(node, option);
        if (written.empty()) return nullptr;
        const std::string path = path_from(written, "");
        const auto found = options_.files.find(path);
        if (found != options_.files.end()) return &*found;
        report(node, is_not_in(options_.files, path));
        return nullptr;
    }

    void read_project(Node node) {
        if (const auto* file = file_named(node, "project")) options_.project = Input{file->first, file->second};
    }

    void read_environment_file(Node node) {
        environment_given_ = true;
        const auto* file = file_named(node, "environment_file");
        if (!file) return;
        environment_.read_file({file->first, file->second});
        holds_environment_ = true;
    }

    /// What stands here goes over what the file says.
    void read_environment(Node node) {
        environment_given_ = true;
        if (node.is_string()) return report(node, "`environment` takes an object; name a file by `environment_file`");
        if (!is(node, NodeKind::mapping, "`environment`")) return;
        bool sound = true;
        for (NodeId id = node.id(); id < (*node.tree())[node.id()].after; ++id) {
            const Node inner = node.tree()->node(id);
            if (inner.is_scalar()) sound = is(inner, NodeKind::string, "a name in `environment`") && sound;
        }
        if (!sound) return;
        environment_.read_map(node);
        holds_environment_ = true;
    }

    void read_values(Node node) {
        for (const Entry value : texts(node, "values")) {
            if (value.key.text().empty()) {
                report(value.key, "a name in `values` is empty; write the one that stands in `${…}`");
                continue;
            }
            options_.values.emplace(value.key.text(), value.value.text());
            options_.value_places.emplace(value.key.text(), value.key.span());
        }
    }

    /// A project says how its files are checked, and names its environment; the options may name another.
    void follow_project() {
        if (!options_.project) return;
        const Include beside = [&](std::string_view path, std::string_view from) {
            return include_from(options_.files, options_.file, path, from, options_.project->name);
        };
        const Project project = flowc::read_project(*options_.project, sources_, diagnostics_, beside);
        options_.lint = project.lint;
        const NamedPath& named = project.environment;
        if (named.path.empty() || environment_given_) return;
        const std::string path = path_from(named.path, project.file);
        if (const auto file = options_.files.find(path); file != options_.files.end())
            options_.environment = flowc::read_environment({file->first, file->second}, sources_, diagnostics_);
        else diagnostics_.report(rules::unresolved_name, named.span, is_not_in(options_.files, path));
    }

    Options& options_;
    std::string_view text_;
    std::string own_;  ///< the path of the text; empty: it has none
    Sources& sources_;
    Diagnostics& diagnostics_;
    dsl::EnvironmentReader environment_;
    bool environment_given_ = false;
    bool holds_environment_ = false;
};

}  // namespace

Options read_options(std::string_view json, std::string_view text, Function function, Sources& sources,
                     Diagnostics& diagnostics) {
    Options options;
    const std::size_t size = json.size();
    if (size == 0 || size > max_json_bytes) json = "{}";
    const SourceFile& file = sources.file(sources.add(std::string{options_file}, json));
    if (size > max_json_bytes) report_too_large({}, size, max_json_bytes, diagnostics);
    const SyntaxTree tree = read_json(file, diagnostics);
    if (!tree.roots().empty())
        Reader(options, text, sources, diagnostics).read(tree.node(tree.roots().front()), function);
    diagnostics.sort();
    return options;
}

}  // namespace flowc::c_abi
