#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>

#include "diagnostics/suggest.hpp"
#include "flowc/compile.hpp"
#include "flowdsl/document/head_entries.hpp"
#include "flowdsl/words/form.hpp"
#include "forms/read_flow_json.hpp"
#include "forms/recognise.hpp"
#include "syntax/read.hpp"

namespace flowc {

namespace dsl {

bool named_as_dsl(std::string_view name) { return name.ends_with(".flow.yaml") || name.ends_with(".flow.yml"); }

bool named_as_template(std::string_view name) {
    static constexpr std::array<std::string_view, 5> endings{".tftpl", ".tpl", ".tmpl", ".j2", ".tf.json"};
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}

bool named_as_project(std::string_view name) { return name.substr(name.rfind('/') + 1) == "flowc.yaml"; }

bool named_as_yaml(std::string_view name) { return name.ends_with(".yaml") || name.ends_with(".yml"); }

namespace {

/// Where a text begins behind blanks and `// …`, `/* … */`. JSON has no comments, and many write them all the same.
std::size_t behind_comments(std::string_view text) {
    std::size_t at = text.find_first_not_of(" \t\r\n");
    while (at < text.size()) {
        const std::string_view opening = text.substr(at, 2);
        if (opening != "//" && opening != "/*") break;
        const std::string_view closing = opening == "//" ? "\n" : "*/";
        const std::size_t end = text.find(closing, at + 2);
        at = end == std::string_view::npos ? end : text.find_first_not_of(" \t\r\n", end + closing.size());
    }
    return std::min(at, text.size());
}

}  // namespace

bool looks_like_json(std::string_view name, std::string_view text) {
    if (named_as_yaml(name)) return false;
    if (name.ends_with(".json")) return true;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const std::size_t first = behind_comments(text);
    return first < text.size() && (text[first] == '{' || text[first] == '[');
}

namespace {

/// A head with a slip: it begins with its name, and has a list of steps under another word, or nothing that is foreign to a flow.
bool is_meant_as_flow(Node root) {
    static constexpr std::string_view lists[] = {"start"};  // `steps` are the pipelines' word
    bool begins = true, foreign = false;
    for (const Entry entry : root.entries()) {
        const std::string_view key = entry.key.text();
        if (std::exchange(begins, false) && key != "flow" && key != "module") return false;
        if (entry.value.is_sequence() && !nearest(key, lists).empty()) return true;
        foreign =
            foreign || (key != "include" && std::find(flow_words.begin(), flow_words.end(), key) == flow_words.end());
    }
    return !foreign;
}

}  // namespace

bool has_dsl_keys(const SyntaxTree& tree) {
    // Other files have a `flow`, a `module` or `defaults` too: environments and inventories, pipelines, GitHub's workflows.
    const auto any = [](Node mapping, std::initializer_list<std::string_view> keys) {
        return std::any_of(keys.begin(), keys.end(), [&](std::string_view key) { return mapping.find_key(key); });
    };
    return std::any_of(tree.roots().begin(), tree.roots().end(), [&](NodeId id) {
        const Node root = tree.node(id);
        const auto names = [&](std::string_view key) { return root.find(key).is_scalar(); };
        if (!root.is_mapping()) return false;
        if (names("define")) return any(root, {"steps", "params", "blocks"});
        if (root.size() > 0 && (names("flow") || names("module")) && is_meant_as_flow(root)) return true;
        if (names("flow") || names("module"))
            return any(root, {"start", "blocks", "on_error", "hooks", "logging", "voice", "inputs", "accepts",
                              "produces", "results"});
        return any(root.find("defaults"),
                   {"on_error", "hooks", "logging", "voice", "language", "record", "vars", "type"});
    });
}

}  // namespace dsl

std::string_view to_string(Form form) {
    switch (form) {
        case Form::dsl: return "a flow in the flow language";
        case Form::content: return "a Flow-language document";
        case Form::wrapper: return "a flow inside a wrapper";
        case Form::legacy_export: return "an old console export";
        case Form::states: return "a list of States";
        case Form::template_: return "a CloudFormation template";
        case Form::other: break;
    }
    return "no flow";
}

namespace {

/// Broken before its first key could be read: a line that begins like a flow is one.
bool begins_like_dsl(std::string_view text) {
    const auto has_line = [&](std::string_view key) {
        return text.starts_with(key) || text.find('\n' + std::string{key}) != std::string_view::npos;
    };
    return has_line("start:") && (has_line("flow:") || has_line("module:") || has_line("defaults:"));
}

Form form_of(Document& document, std::string_view name, std::string_view text) {
    if (dsl::named_as_dsl(name)) return Form::dsl;
    if (dsl::named_as_project(name)) return Form::other;
    const SyntaxTree& tree = document.tree;
    if (!document.json && dsl::has_dsl_keys(tree)) return Form::dsl;
    std::vector<FoundFlows> found;
    const Form form = recognise(tree, found);
    if (!found.empty()) document.found = std::make_shared<const std::vector<FoundFlows>>(std::move(found));
    const bool broken = document.json ? tree.roots().empty() : document.diagnostics.has_errors();
    if (form != Form::other || !broken) return form;
    if (document.json || dsl::named_as_yaml(name)) {
        if (const Form meant = recognise_broken(text); meant != Form::other) return meant;
    }
    return !document.json && begins_like_dsl(text) ? Form::dsl : Form::other;
}

/// JSON in a file of YAML, which takes all of it but for a few escapes; what is there is then said as of JSON.
std::optional<SyntaxTree> json_in_yaml(const SourceFile& file) {
    const std::string_view text = file.text();
    const std::size_t first = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    if (!dsl::named_as_yaml(file.name()) || dsl::named_as_dsl(file.name()) || !text.substr(first).starts_with('{'))
        return std::nullopt;
    Diagnostics found;
    SyntaxTree tree = read_json(file, found);
    if (tree.roots().empty() || !found.items().empty() || dsl::has_dsl_keys(tree)) return std::nullopt;
    return tree;
}

}  // namespace

Document read(const Input& input, Sources& sources) {
    Document document;
    document.file = sources.add(input.name, input.text);
    const SourceFile& file = sources.file(document.file);
    document.json = dsl::looks_like_json(input.name, input.text);
    document.is_template = dsl::named_as_template(input.name);
    if (std::optional<SyntaxTree> tree = json_in_yaml(file)) {
        document.json = true;
        document.tree = std::move(*tree);
    } else {
        document.tree = document.json
                            ? read_flow_json(document.file, sources, document.is_template, document.diagnostics)
                            : read_yaml(file, document.diagnostics);
    }
    document.form = form_of(document, file.name(), file.text());
    return document;
}

}  // namespace flowc
