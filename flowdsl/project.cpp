#include <algorithm>

#include "diagnostics/suggest.hpp"
#include "flowc/compile.hpp"
#include "flowdsl/rules.hpp"
#include "flowdsl/yaml_features.hpp"
#include "syntax/read.hpp"

namespace flowc {

namespace {

/// A text, or a list of texts.
std::vector<NamedPath> read_paths(Node node, std::string_view key, Diagnostics& diagnostics) {
    std::vector<NamedPath> paths;
    const auto add = [&](Node path) {
        if (path.is_scalar() && !path.text().empty()) paths.push_back({std::string{path.text()}, path.span()});
        else diagnostics.report(rules::bad_value, path.span(), "`" + std::string{key} + "` names a file or a folder, by its path from the project's folder");
    };
    if (node.is_sequence())
        for (const Node path : node.items()) add(path);
    else if (node)
        add(node);
    return paths;
}

}  // namespace

Project read_project(const Input& input, Sources& sources, Diagnostics& diagnostics) {
    Project project;
    project.file = input.name;
    const SourceFile& file = sources.file(sources.add(input.name, input.text));
    const SyntaxTree tree = read_yaml(file, diagnostics);
    dsl::refuse_yaml_features(tree, diagnostics);
    if (tree.roots().empty()) return project;
    const Node root = tree.node(tree.roots().front());
    if (root.is_scalar() && root.text().empty()) return project;
    if (!root.is_mapping() || tree.roots().size() > 1) {
        diagnostics.report(rules::unknown_key, root.span(), "a project file is one map: `env`, `defaults`, `include` and `flows`");
        return project;
    }
    static constexpr std::string_view keys[] = {"env", "defaults", "include", "flows"};
    for (const Entry entry : root.entries()) {
        if (std::find(std::begin(keys), std::end(keys), entry.key.text()) != std::end(keys)) continue;
        const std::string_view near = nearest(entry.key.text(), keys);
        diagnostics.report(rules::unknown_key, entry.key.span(),
                           "a project file has no key " + quote(entry.key.text()) + "; " +
                               (near.empty() ? "it knows " + list(keys, "and") : "did you mean `" + std::string{near} + "`?"));
    }
    if (const std::vector<NamedPath> paths = read_paths(root.find("env"), "env", diagnostics); !paths.empty()) {
        project.environment = paths.front();
        if (paths.size() > 1)
            diagnostics.report(rules::bad_value, root.find("env").span(), "`env` names one environment file; give another with `--env`");
    }
    project.flows = read_paths(root.find("flows"), "flows", diagnostics);
    read_paths(root.find("include"), "include", diagnostics);
    return project;
}

}  // namespace flowc
