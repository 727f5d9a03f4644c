#include "flowdsl/words/yaml_features.hpp"

#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"
#include "syntax/comments.hpp"

namespace flowc::dsl {

namespace {

/// Whether nothing is written where a text could be.
bool is_nothing(Node node) { return node.text().empty() && node.is_scalar() && node.span().empty(); }

/// Whether a key stands in braces without a `:` behind it.
bool is_lone(Entry entry) {
    return is_nothing(entry.value) && entry.key.is_scalar() && !entry.key.span().empty() &&
           entry.value.span().begin == entry.key.span().end;
}

void report_lone_words(Node map, Diagnostics& diagnostics) {
    for (const Entry entry : map.entries()) {
        if (!is_lone(entry)) continue;
        if (map.size() == 1)
            diagnostics.report(rules::cut_text, map.span(),
                               "YAML reads a text that begins with `{` as a map; quote the text");
        else
            diagnostics.report(
                rules::cut_text, entry.key.span(),
                quote(entry.key.text()) +
                    " stands here without a value: a comma inside `{…}` ends an unquoted text; quote the whole text");
    }
}

}  // namespace

void refuse_yaml_features(const SyntaxTree& tree, Diagnostics& diagnostics) {
    for (const NodeProperty& property : tree.properties()) {
        if (!property.anchor.empty())
            diagnostics.report(rules::yaml_feature, property.span,
                               "anchors are not part of the language; put steps that are used twice into a block, and "
                               "what flows share into `defaults:`");
        else
            diagnostics.report(
                rules::yaml_feature, property.span,
                "tags such as " + quote(property.tag) +
                    " are not part of the language: every value is the text that was written; remove the tag");
    }
    for (NodeId id = 0; id < tree.size(); ++id) {
        const Node node = tree.node(id);
        // Only an escape can write one.
        if (node.style() == Style::double_quoted && node.text().find('\0') != std::string_view::npos)
            diagnostics.report(rules::bad_value, node.span(),
                               "a text has no NUL in it, which an escape writes here; remove it");
        if (node.kind() == NodeKind::alias)
            diagnostics.report(rules::yaml_feature, tree.node(id).span(),
                               "aliases are not part of the language; put steps that are used twice into a block and "
                               "jump to it; a text that begins with `*` needs quotes");
    }
}

void report_cut_texts(const SourceFile& file, const SyntaxTree& tree, Diagnostics& diagnostics) {
    for (const Span text : cut_texts(file, tree))
        diagnostics.report(rules::cut_text, text,
                           "the text before this ends here: YAML reads ` #` and what follows as a comment; quote the "
                           "text, or write two spaces before a comment");
    // Nearly no file has an empty text; which key it stands behind is asked only where one does.
    NodeId id = 0;
    while (id < tree.size() && !is_nothing(tree.node(id))) ++id;
    if (id == tree.size()) return;
    for (id = 0; id < tree.size(); ++id)
        if (const Node node = tree.node(id); node.is_mapping()) report_lone_words(node, diagnostics);
}

}  // namespace flowc::dsl
