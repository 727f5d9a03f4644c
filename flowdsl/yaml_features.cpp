#include "flowdsl/yaml_features.hpp"

#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"

namespace flowc::dsl {

void refuse_yaml_features(const SyntaxTree& tree, Diagnostics& diagnostics) {
    for (const NodeProperty& property : tree.properties()) {
        if (!property.anchor.empty())
            diagnostics.report(rules::yaml_feature, property.span,
                               "anchors are not part of the language; put steps that are used twice into a block, and what flows share into `defaults:`");
        else
            diagnostics.report(rules::yaml_feature, property.span,
                               "tags such as " + quote(property.tag) + " are not part of the language: every value is the text that was written; remove the tag");
    }
    for (NodeId id = 0; id < tree.size(); ++id)
        if (tree.node(id).kind() == NodeKind::alias)
            diagnostics.report(rules::yaml_feature, tree.node(id).span(),
                               "aliases are not part of the language; put steps that are used twice into a block and jump to it; a text that begins with `*` needs quotes");
}

}  // namespace flowc::dsl
