#include "flowdsl/document/definition.hpp"

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "diagnostics/suggest.hpp"
#include "flowdsl/document/head_values.hpp"
#include "flowdsl/rules.hpp"

namespace flowc::dsl {

namespace {

/// The names that stand between `${` and `}` below a node.
void add_names(Node part, std::unordered_set<std::string_view>& names) {
    for (NodeId id = part.id(); part && id < (*part.tree())[part.id()].after; ++id) {
        const std::string_view text = part.tree()->node(id).text();
        for (std::size_t open = text.find("${"); open != std::string_view::npos; open = text.find("${", open + 2))
            if (const std::size_t close = text.find('}', open); close != std::string_view::npos)
                names.insert(text.substr(open + 2, close - open - 2));
    }
}

/// What `with` gives for a parameter that no step uses goes nowhere.
void warn_of_unused(const Definition& definition, Diagnostics& diagnostics) {
    if (definition.params.empty()) return;
    std::unordered_set<std::string_view> names;
    add_names(definition.steps, names);
    add_names(definition.blocks, names);
    for (const Node param : definition.params)
        if (names.count(param.text()) == 0)
            diagnostics
                .report(rules::bad_value, param.span(),
                        "no step of this definition uses the parameter " + quote(param.text()) +
                            "; remove it, or write `${" + std::string{param.text()} + "}` where it belongs")
                .severity = Severity::warning;
}

}  // namespace

Definition read_definition(SyntaxTree& tree, Node document, CompileTimeValues& values, Node vars,
                           Diagnostics& diagnostics) {
    static constexpr std::string_view keys[] = {"define", "params", "steps", "blocks", "description"};
    DocumentKeys document_keys{diagnostics};
    document_keys.check(document, keys, "a `define` document");
    document_keys.is_empty(document.find_key("description"), document.find("description"));
    for (const auto [key, value] : document.entries())
        if (key.text() != "steps" && key.text() != "blocks") values.fill(tree, value.id(), vars, diagnostics);
    Definition definition;
    definition.vars = vars;
    const Node name = document.find("define");
    definition.name = name.text();
    definition.name_span = name.span();
    definition.span = document.span();
    if (!name.is_scalar() || name.text().empty())
        diagnostics.report(rules::bad_value, document.find_key("define").span(),
                           "the definition has no name; write `define: greeting`");
    const Node params = document.find("params");
    if (params && !params.is_sequence())
        diagnostics.report(rules::bad_value, params.span(),
                           "`params` takes a list of names, such as `[department, done]`");
    if (params.is_scalar() && !params.text().empty()) definition.params.push_back(params);  // so much is clear
    for (const Entry param : params.entries())
        if (!param.key.text().empty()) definition.params.push_back(param.key);
    std::unordered_map<std::string_view, Span> known;
    for (const Node param : params.items()) {
        if (!param.is_scalar() || param.text().empty())
            diagnostics.report(rules::bad_value, param.span(), "a parameter is a name");
        else if (const auto [other, added] = known.emplace(param.text(), param.span()); !added)
            diagnostics
                .report(rules::duplicate_name, param.span(), quote(param.text()) + " stands here twice; remove one")
                .labels.push_back({other->second, "the first one"});
        else definition.params.push_back(param);
    }
    definition.steps = document.find("steps");
    if (!definition.steps.is_sequence() && !document_keys.was_meant("steps"))
        diagnostics.report(rules::missing_option, definition.steps ? definition.steps.span() : definition.name_span,
                           "a definition needs `steps:`, a list of steps");
    definition.blocks = document.find("blocks");
    check_blocks(definition.blocks, diagnostics);
    warn_of_unused(definition, diagnostics);
    return definition;
}

}  // namespace flowc::dsl
