#include "rules/content_size.hpp"

#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo content_too_long{
    "content-too-long",
    Category::validity,
    Severity::error,
    "the flow's content has more characters than the service takes",
    "the API refuses the content as a whole; parts of it belong into modules or into a flow of their own",
    "AWS's API reference: at most 256,000 characters of content",
    "the service counts in another way than in characters; it has not said"};

namespace {

constexpr std::size_t most_characters = 256'000;

/// Characters of a document written without a space more than it needs.
std::size_t compact_size(const SyntaxTree& tree, Node node) {
    std::size_t size = 0;
    const NodeId end = tree[node.id()].after;
    for (NodeId id = node.id(); id < end; ++id) {
        const Node here = tree.node(id);
        // A scalar, and the comma or colon behind it; a collection has its own brackets besides.
        if (!here.is_scalar()) size += 3;
        else if (here.is_string()) size += characters(here.text()) + 3;
        else size += here.text().size() + 1;
    }
    return size;
}

}  // namespace

void check_content_size(std::size_t size, Span span, Diagnostics& diagnostics) {
    if (size <= most_characters) return;
    diagnostics.report(
        content_too_long, span,
        text({"the content has ", std::to_string(size),
              " characters even without spaces between them, the service takes 256000; move a part into a "
              "module or a flow of its own"}));
}

void check_content_too_long(Check& check) {
    const Flow& flow = check.flow;
    if (flow.document == no_node) return;
    const Node root = flow.node(flow.document);
    if (root.span().size() <= most_characters) return;
    check_content_size(compact_size(flow.tree, root), {root.span().begin, root.span().begin + 1}, check.diagnostics);
}

}  // namespace flowc::rules
