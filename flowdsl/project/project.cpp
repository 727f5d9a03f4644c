#include <algorithm>

#include "diagnostics/suggest.hpp"
#include "flowc/compile.hpp"
#include "flowdsl/project/lint_keys.hpp"
#include "flowdsl/rules.hpp"
#include "flowdsl/words/borrowed_key.hpp"
#include "flowdsl/words/nulls.hpp"
#include "flowdsl/words/yaml_features.hpp"
#include "syntax/read.hpp"

namespace flowc {

namespace {

/// A text, or a list of texts.
std::vector<NamedPath> read_paths(Node node, std::string_view key, Diagnostics& diagnostics) {
    std::vector<NamedPath> paths;
    const auto add = [&](Node path) {
        if (path.is_scalar() && !path.text().empty()) paths.push_back({std::string{path.text()}, path.span()});
        else
            diagnostics.report(
                rules::bad_value, path.span(),
                "`" + std::string{key} + "` names a file or a folder, by its path from the project's folder");
    };
    if (node.is_sequence() && node.size() == 0)
        diagnostics.report(rules::bad_value, node.span(),
                           "`" + std::string{key} + "` names nothing; name a file or a folder, or leave it out");
    if (node.is_sequence())
        for (const Node path : node.items()) add(path);
    else if (node) add(node);
    return paths;
}

/// What the files that `extends` names say of checking, and those that they extend, first. `chain`: the files that have led here.
void extend(Node project, const SourceFile& from, const Include& include, std::vector<std::string_view>& chain,
            ProjectLint& lint, Sources& sources, Diagnostics& diagnostics) {
    chain.push_back(from.name());
    const Node extends = project.find("extends");
    for (const NamedPath& path : read_paths(extends, "extends", diagnostics)) {
        IncludedFile read;
        if (include) read = include(path.path, from.name());
        else read.failure = "nothing can be read here";
        if (!read.failure.empty()) {
            diagnostics.report(rules::unresolved_name, path.span,
                               quote(path.path) + " cannot be extended: " + read.failure);
            continue;
        }
        if (std::find(chain.begin(), chain.end(), read.name) != chain.end()) {
            diagnostics.report(
                rules::unresolved_name, path.span,
                quote(path.path) + (read.name == from.name() ? " is this file itself; remove it"
                                                             : " extends this file in turn; remove one of the two"));
            continue;
        }
        bool known = false;
        for (FileId id = 0; id < sources.size(); ++id) known = known || sources.file(id).name() == read.name;
        if (known) continue;
        const SourceFile& file = sources.file(sources.add(read.name, read.text));
        SyntaxTree tree = read_yaml(file, diagnostics);
        dsl::refuse_yaml_features(tree, diagnostics);
        dsl::empty_nulls(tree);
        if (tree.roots().empty()) continue;
        const Node root = tree.node(tree.roots().front());
        extend(root, file, include, chain, lint, sources, diagnostics);
        dsl::read_lint_keys(root, lint, diagnostics);
    }
    chain.pop_back();
}

}  // namespace

Project read_project(const Input& input, Sources& sources, Diagnostics& diagnostics, const Include& include) {
    Project project;
    project.file = input.name;
    const SourceFile& file = sources.file(sources.add(input.name, input.text));
    SyntaxTree tree = read_yaml(file, diagnostics);
    dsl::refuse_yaml_features(tree, diagnostics);
    dsl::empty_nulls(tree);
    if (tree.roots().empty()) return project;
    const Node root = tree.node(tree.roots().front());
    if (root.is_scalar() && root.text().empty()) return project;
    if (!root.is_mapping() || tree.roots().size() > 1) {
        diagnostics.report(rules::unknown_key, root.span(),
                           "a project file is one map, of keys such as `env`, `flows` and `rules`");
        return project;
    }
    std::vector<std::string_view> keys{"env", "defaults", "include", "flows", "extends"};
    keys.insert(keys.end(), dsl::lint_keys().begin(), dsl::lint_keys().end());
    for (const Entry entry : root.entries()) {
        if (std::find(keys.begin(), keys.end(), entry.key.text()) != keys.end()) continue;
        const std::string_view near = dsl::meant_key(entry.key.text(), keys).key;
        diagnostics.report(
            rules::unknown_key, entry.key.span(),
            "a project file has no key " + quote(entry.key.text()) + "; " +
                (near.empty() ? "it knows " + list(keys, "and") : "did you mean `" + std::string{near} + "`?"));
    }
    if (const std::vector<NamedPath> paths = read_paths(root.find("env"), "env", diagnostics); !paths.empty()) {
        if (!root.find("env").is_sequence()) project.environment = paths.front();
        else
            diagnostics.report(rules::bad_value, root.find("env").span(),
                               "`env` names one environment file; give another with `--env`");
    }
    project.speaks_of_flows = root.find_key("defaults") || root.find_key("include");
    project.flows = read_paths(root.find("flows"), "flows", diagnostics);
    read_paths(root.find("include"), "include", diagnostics);
    std::vector<std::string_view> chain;
    extend(root, file, include, chain, project.lint, sources, diagnostics);
    dsl::read_lint_keys(root, project.lint, diagnostics);
    return project;
}

}  // namespace flowc
