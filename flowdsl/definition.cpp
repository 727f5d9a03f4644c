#include "flowdsl/definition.hpp"

#include <unordered_map>

#include "diagnostics/suggest.hpp"
#include "flowdsl/head_values.hpp"
#include "flowdsl/rules.hpp"

namespace flowc::dsl {

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
    if (!definition.steps.is_sequence())
        diagnostics.report(rules::missing_option, definition.steps ? definition.steps.span() : definition.name_span,
                           "a definition needs `steps:`, a list of steps");
    definition.blocks = document.find("blocks");
    check_blocks(definition.blocks, diagnostics);
    return definition;
}

}  // namespace flowc::dsl
