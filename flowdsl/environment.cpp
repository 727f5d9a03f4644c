#include "flowdsl/environment.hpp"

#include "diagnostics/suggest.hpp"
#include "flowdsl/one_instance.hpp"
#include "flowdsl/read_binding.hpp"
#include "flowdsl/resource_word.hpp"
#include "flowdsl/rules.hpp"
#include "flowdsl/yaml_features.hpp"
#include "ir/arn.hpp"
#include "syntax/read.hpp"

namespace flowc {

namespace {

using namespace dsl;

void read_values(Node map, std::map<std::string, std::string, std::less<>>& values, Diagnostics& diagnostics) {
    if (!map.is_mapping()) {
        diagnostics.report(rules::environment, map.span(), "a map is wanted here, one name and value a line");
        return;
    }
    for (const auto [name, value] : map.entries()) {
        if (value.is_scalar() && !value.text().empty()) values.insert_or_assign(std::string{name.text()}, value.text());
        else
            diagnostics.report(rules::environment, value.span().empty() ? name.span() : value.span(),
                               quote(name.text()) + " has no value; write its ARN or id behind the colon");
    }
}

/// An ARN that names another kind of resource than its key says. An agent's queue is a queue, too.
void check_kinds(Node map, const ResourceWord& word, Diagnostics& diagnostics) {
    for (const auto [name, value] : map.entries()) {
        const ResourceKind kind = resource_kind_of_arn(value.text());
        if (kind == ResourceKind::none || kind == word.kind || word.kind == ResourceKind::agent ||
            word.kind == ResourceKind::other)
            continue;
        diagnostics.report(rules::environment, value.span(),
                           quote(name.text()) + " stands under `" + std::string{word.word} + "`, and this is the ARN of a `" +
                               std::string{word_for(kind)} + "`; write the right ARN, or the name under `" +
                               std::string{word_for(kind)} + ":`");
    }
}

}  // namespace

Environment read_environment(const Input& input, Sources& sources, Diagnostics& diagnostics) {
    Environment environment;
    environment.file = input.name;
    const SourceFile& file = sources.file(sources.add(input.name, input.text));
    const SyntaxTree tree = read_yaml(file, diagnostics);
    refuse_yaml_features(tree, diagnostics);
    if (tree.roots().empty()) return environment;
    const Node root = tree.node(tree.roots().front());
    if (tree.roots().size() > 1)
        diagnostics.report(rules::environment, tree.node(tree.roots()[1]).span(), "an environment file is one document; remove the `---`");
    if (!root.is_mapping()) {
        if (!root.is_scalar() || !root.text().empty())
            diagnostics.report(rules::environment, root.span(), "an environment file is a map: `bind`, `vars`, and kinds of resources with names and ARNs");
        return environment;
    }
    read_environment_map(root, environment, diagnostics);
    return environment;
}

void dsl::read_environment_map(Node map, Environment& environment, Diagnostics& diagnostics) {
    std::vector<std::string_view> known{"bind", "vars"};
    for (const ResourceWord& word : resource_words()) known.push_back(word.word);
    std::vector<PlacedArn> arns;
    for (const auto [key, value] : map.entries()) {
        if (key.text() == "bind") {
            environment.binding = read_binding(value, diagnostics);
            continue;
        }
        if (key.text() == "vars") {
            read_values(value, environment.values, diagnostics);
            continue;
        }
        const ResourceWord* found = nullptr;
        for (const ResourceWord& word : resource_words())
            if (word.word == key.text()) found = &word;
        if (found) {
            read_values(value, environment.arns[found->kind], diagnostics);
            check_kinds(value, *found, diagnostics);
            for (const auto [name, arn] : value.entries()) arns.push_back({name.text(), arn.text(), arn.span()});
            continue;
        }
        const std::string_view near = nearest(key.text(), known);
        diagnostics.report(rules::environment, key.span(),
                           "an environment has no key " + quote(key.text()) + "; " +
                               (near.empty() ? "it knows " + list(known, "and") : "did you mean `" + std::string{near} + "`?"));
    }
    check_one_instance(arns, diagnostics);
}

}  // namespace flowc
