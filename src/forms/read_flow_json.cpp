#include "forms/read_flow_json.hpp"

#include <utility>

#include "diagnostics/suggest.hpp"
#include "forms/fill_template.hpp"
#include "syntax/read.hpp"
#include "syntax/text_rules.hpp"

namespace flowc {

SyntaxTree read_flow_json(FileId& file, Sources& sources, bool is_template, Diagnostics& diagnostics) {
    Diagnostics found;
    SyntaxTree tree = read_json(sources.file(file), found);
    const auto as_it_is = [&] {
        diagnostics.add(std::move(found));
        return std::move(tree);
    };
    if (!tree.roots().empty() || found.items().back().rule != &rules::json_syntax) return as_it_is();

    std::optional<FilledTemplate> filled = fill_template(sources.file(file));
    if (!filled || found.items().back().span.begin < filled->first.begin) return as_it_is();
    if (!filled->directive.empty()) {
        diagnostics
            .report(rules::unsupported_form, filled->directive,
                    quote(sources.slice(filled->directive)) +
                        " leaves out or repeats what stands behind it, so nobody can tell which flow this will be; "
                        "fill in the template and check what comes out")
            .severity = Severity::warning;
        return {};
    }
    const FileId inside = sources.add_inside(file, filled->text, std::move(filled->origin));
    SyntaxTree readable = read_json(sources.file(inside), diagnostics);
    if (!is_template && !readable.roots().empty()) {
        diagnostics
            .report(
                rules::json_syntax, filled->first,
                quote(sources.slice(filled->first)) +
                    " makes this a template, which is no JSON before it is filled in; where it stands for a text, put "
                    "it in double quotes")
            .severity = Severity::note;
    }
    file = inside;
    return readable;
}

}  // namespace flowc
