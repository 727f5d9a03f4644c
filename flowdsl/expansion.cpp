#include "flowdsl/expansion.hpp"

#include <algorithm>

#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"

namespace flowc::dsl {

namespace {

class Copy {
  public:
    Copy(const Definition& definition, Node with, SyntaxTree& tree, Expansion& expansion)
        : definition_(definition), with_(with), builder_(tree), tree_(tree), expansion_(expansion) {}

    Node of(Node node) {
        if (!node) return {};
        const NodeId id = static_cast<NodeId>(tree_.size());
        copy(node, true);
        return tree_.node(id);
    }

  private:
    // Depth is bounded by the reader, for the definition and for the arguments.
    void copy(Node node, bool fill) {
        if (node.is_scalar()) return copy_scalar(node, fill);
        const NodeId collection = builder_.begin(node.kind(), node.span());
        for (const Node item : node.items()) copy(item, fill);
        for (const Entry entry : node.entries()) {
            copy(entry.key, fill);
            copy(entry.value, fill);
        }
        builder_.end(collection, node.span().end);
    }

    void copy_scalar(Node node, bool fill) {
        const std::string_view text = node.text();
        if (fill && text.find("${") != std::string_view::npos) {
            if (const Node whole = argument(text)) {
                expansion_.arguments.push_back(static_cast<NodeId>(tree_.size()));
                return copy(whole, false);
            }
            builder_.scalar(node.kind(), builder_.keep(filled(text)), node.span(), node.style());
            return;
        }
        builder_.scalar(node.kind(), text, node.span(), node.style());
    }

    /// The argument that `${p}` stands for, where the text is nothing else.
    Node argument(std::string_view text) const {
        if (!text.starts_with("${") || !text.ends_with("}")) return {};
        const std::string_view name = text.substr(2, text.size() - 3);
        return is_param(name) ? with_.find(name) : Node{};
    }

    std::string filled(std::string_view text) const {
        std::string words;
        while (!text.empty()) {
            const std::size_t open = text.find("${");
            const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
            if (close == std::string_view::npos) return words.append(text);
            const std::string_view name = text.substr(open + 2, close - open - 2);
            const Node value = is_param(name) ? with_.find(name) : Node{};
            words.append(text.substr(0, open));
            if (value.is_scalar() && !(open > 0 && text[open - 1] == '$')) words.append(value.text());
            else words.append(text.substr(open, close + 1 - open));
            text.remove_prefix(close + 1);
        }
        return words;
    }

    bool is_param(std::string_view name) const {
        return std::any_of(definition_.params.begin(), definition_.params.end(),
                           [&](Node param) { return param.text() == name; });
    }

    const Definition& definition_;
    Node with_;
    SyntaxBuilder builder_;
    SyntaxTree& tree_;
    Expansion& expansion_;
};

}  // namespace

Expansion expand(const Definition& definition, Node with, SyntaxTree& tree, Diagnostics& diagnostics) {
    std::vector<std::string_view> params;
    for (const Node param : definition.params) params.push_back(param.text());
    for (const Entry entry : with.entries()) {
        if (std::find(params.begin(), params.end(), entry.key.text()) != params.end()) continue;
        const std::string_view near = nearest(entry.key.text(), params);
        diagnostics
            .report(rules::unknown_option, entry.key.span(),
                    "`" + std::string{definition.name} + "` has no parameter " + quote(entry.key.text()) + "; " +
                        (!near.empty()    ? "did you mean `" + std::string{near} + "`?"
                         : params.empty() ? "it has none"
                                          : "it has " + list(params, "and")))
            .labels.push_back({definition.name_span, "defined here"});
    }
    Expansion expansion;
    Copy copy(definition, with, tree, expansion);
    expansion.steps = copy.of(definition.steps);
    expansion.blocks = copy.of(definition.blocks);
    return expansion;
}

void label_uses(std::span<const Use> uses, Diagnostics& diagnostics) {
    constexpr std::size_t most_shown = 3;
    for (Diagnostic& item : diagnostics.items()) {
        std::size_t shown = 0;
        for (const Use& use : uses)
            if (item.span.begin >= use.definition.begin && item.span.begin < use.definition.end && shown++ < most_shown)
                item.labels.push_back({use.step, "used here"});
    }
}

}  // namespace flowc::dsl
