#include "flowdsl/words/nulls.hpp"

#include <string>

#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"
#include "flowdsl/words/verb.hpp"

namespace flowc::dsl {

bool is_null(Node node) {
    if (!node.is_scalar() || node.style() != Style::plain) return false;
    const std::string_view text = node.text();
    return text == "null" || text == "~" || text == "Null" || text == "NULL";
}

namespace {

const VerbInfo* verb_of(Node step) {
    for (const Entry entry : step.entries())
        if (const VerbInfo* verb = find_verb(entry.key.text())) return verb;
    return nullptr;
}

bool is_data(const VerbInfo* verb, std::string_view key) {
    const OptionInfo* option = verb && key != verb->name ? find_option(*verb, key) : nullptr;
    return option && option->kind == OptionKind::data;
}

class Nulls {
  public:
    Nulls(SyntaxTree& tree, Diagnostics& diagnostics) : builder_(tree), diagnostics_(diagnostics) {}

    void refuse_in_document(Node document) {
        if (is_null(document))
            return builder_.set_text(document.id(), {});  // an empty document, as it is without the word
        for (const auto [key, value] : document.entries()) refuse_behind(key, value);
    }

  private:
    // Depth is bounded by the reader.
    void refuse_in(Node node) {
        for (const Entry entry : node.entries()) refuse_behind(entry.key, entry.value);
        for (const Node item : node.items()) {
            if (is_null(item)) refuse(item, "remove it");
            else refuse_in_step(item);
        }
    }

    /// Steps stand in lists; what stands there and is none holds no verb either.
    void refuse_in_step(Node step) {
        const VerbInfo* verb = verb_of(step);
        if (!verb) return refuse_in(step);
        for (const auto [key, value] : step.entries()) {
            if (verb->value_optional && key.text() == verb->name && is_null(value)) builder_.set_text(value.id(), {});
            else if (is_null(value) || !is_data(verb, key.text())) refuse_behind(key, value);
        }
    }

    void refuse_behind(Node key, Node value) {
        if (!is_null(value)) return refuse_in(value);
        refuse(value, "give " + quote(key.text()) + " a value or leave it out");
    }

    void refuse(Node null, const std::string& cure) {
        diagnostics_.report(rules::bad_value, null.span(),
                            "to YAML " + quote(null.text()) + " says that nothing stands here; " + cure +
                                ", or write `\"" + std::string{null.text()} + "\"` for the word itself");
    }

    SyntaxBuilder builder_;
    Diagnostics& diagnostics_;
};

}  // namespace

void refuse_nulls(SyntaxTree& tree, Diagnostics& diagnostics) {
    // Nearly no file has one; what stands for what is asked only where one does.
    const auto is_one = [&](NodeId id) {
        const std::size_t length = tree[id].value().size();
        return (length == 1 || length == 4) && is_null(tree.node(id));
    };
    NodeId id = 0;
    while (id < tree.size() && !is_one(id)) ++id;
    if (id == tree.size()) return;
    Nulls nulls(tree, diagnostics);
    for (const NodeId root : tree.roots()) nulls.refuse_in_document(tree.node(root));
}

void empty_nulls(SyntaxTree& tree) {
    SyntaxBuilder builder(tree);
    const auto empty = [&](Node value) {
        if (is_null(value)) builder.set_text(value.id(), {});
    };
    for (NodeId id = 0; id < tree.size(); ++id) {
        for (const Entry entry : tree.node(id).entries()) empty(entry.value);
        for (const Node item : tree.node(id).items()) empty(item);
    }
}

}  // namespace flowc::dsl
