#include "flowdsl/lowering/expansion.hpp"

#include <algorithm>
#include <unordered_set>

#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"

namespace flowc::dsl {

namespace {

class Copy {
  public:
    Copy(const Definition& definition, const Arguments& arguments, std::size_t most, SyntaxTree& tree, Writers& writers,
         Expansion& expansion)
        : arguments_(arguments), most_(most), builder_(tree), tree_(tree), writers_(writers), expansion_(expansion) {
        for (const Node param : definition.params) params_.insert(param.text());
    }

    Node of(Node node) {
        if (!node) return {};
        const NodeId id = static_cast<NodeId>(tree_.size());
        copy(node, false);
        return tree_.node(id);
    }

  private:
    // Depth is bounded by the reader, for the definition and for the arguments.
    void copy(Node node, bool of_argument) {
        expansion_.size += sizeof(SyntaxNode);
        if (expansion_.size <= most_ && node.is_scalar()) return copy_scalar(node, of_argument);
        writers_.push_back(writer_of(node, of_argument));
        if (expansion_.size > most_) {
            builder_.scalar(NodeKind::string, {}, node.span());
            return;
        }
        const NodeId collection = builder_.begin(node.kind(), node.span());
        for (const Node item : node.items()) copy(item, of_argument);
        bool has_arguments = false;
        for (const Entry entry : node.entries()) {
            has_arguments |= !of_argument && entry.key.text().find("${") != std::string_view::npos;
            copy(entry.key, of_argument);
            copy(entry.value, of_argument);
        }
        builder_.end(collection, node.span().end);
        if (has_arguments) expansion_.named.push_back(collection);
    }

    void copy_scalar(Node node, bool of_argument) {
        std::string_view text = node.text();
        if (!of_argument && text.find("${") != std::string_view::npos) {
            if (const Node whole = argument(text)) return copy(whole, true);
            text = builder_.keep(filled(node));
        }
        writers_.push_back(writer_of(node, of_argument));
        builder_.scalar(node.kind(), text, node.span(), node.style());
    }

    /// An argument may hold what was handed on to it: that stays with whoever wrote it.
    UseId writer_of(Node node, bool of_argument) const {
        if (!of_argument) return no_use;
        const UseId before = node.tree() == &tree_ ? writers_[node.id()] : no_use;
        return before == arguments_.step ? arguments_.use : before;
    }

    /// The argument that `${p}` stands for, where the text is nothing else.
    Node argument(std::string_view text) const {
        if (!text.starts_with("${") || !text.ends_with("}")) return {};
        return value_of(text.substr(2, text.size() - 3));
    }

    std::string filled(Node node) {
        std::string_view text = node.text();
        std::string words;
        TextPlaces places(arguments_.sources, node, false);
        while (!text.empty() && expansion_.size <= most_) {
            const std::size_t open = text.find("${");
            const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
            if (close == std::string_view::npos) return words.append(text);
            const std::size_t before = words.size();
            words.append(text.substr(0, open));
            if (open > 0 && text[open - 1] == '$') {
                words.append("${");
                text.remove_prefix(open + 2);
            } else {
                const std::string_view name = text.substr(open + 2, close - open - 2);
                const Node value = value_of(name);
                const std::size_t begin = node.text().size() - text.size() + open;
                if (value.is_scalar()) words.append(value.text());
                else if (value) misplace(value, places.at(begin, close + 1 - open));
                else words.append(arguments_.value_of(name, places, begin));
                text.remove_prefix(close + 1);
            }
            expansion_.size += words.size() - before;
        }
        return words;
    }

    void misplace(Node value, Span place) {
        auto& known = expansion_.misplaced;
        if (std::none_of(known.begin(), known.end(), [&](const auto& one) { return one.first.span() == value.span(); }))
            known.emplace_back(value, place);
    }

    Node value_of(std::string_view param) const {
        if (params_.count(param) == 0) return {};
        const auto value = arguments_.values.find(param);
        return value == arguments_.values.end() ? Node{} : value->second;
    }

    const Arguments& arguments_;
    std::unordered_set<std::string_view> params_;
    std::size_t most_;
    SyntaxBuilder builder_;
    SyntaxTree& tree_;
    Writers& writers_;
    Expansion& expansion_;
};

}  // namespace

void check_arguments(const Definition& definition, Node with, Diagnostics& diagnostics) {
    std::vector<std::string_view> params;
    for (const Node param : definition.params) params.push_back(param.text());
    const std::unordered_set<std::string_view> known(params.begin(), params.end());
    for (const Entry entry : with.entries()) {
        if (known.count(entry.key.text()) != 0) continue;
        const std::string_view near = nearest(entry.key.text(), params);
        diagnostics
            .report(rules::unknown_option, entry.key.span(),
                    "`" + std::string{definition.name} + "` has no parameter " + quote(entry.key.text()) + "; " +
                        (!near.empty()    ? "did you mean `" + std::string{near} + "`?"
                         : params.empty() ? "it has none"
                                          : "it has " + list(params, "and")))
            .labels.push_back({definition.name_span, "defined here"});
    }
}

Expansion expand(const Definition& definition, const Arguments& arguments, std::size_t most, SyntaxTree& tree,
                 Writers& writers) {
    Expansion expansion;
    Copy copy(definition, arguments, most, tree, writers, expansion);
    expansion.steps = copy.of(definition.steps);
    expansion.blocks = copy.of(definition.blocks);
    return expansion;
}

}  // namespace flowc::dsl
