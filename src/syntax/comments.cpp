#include "syntax/comments.hpp"

#include <algorithm>
#include <string_view>

#include "source/ascii.hpp"

namespace flowc {

namespace {

class CommentFinder {
  public:
    explicit CommentFinder(const SourceFile& file)
        : text_(file.text()), base_(file.base()), sign_(std::min(text_.find('#'), text_.size())) {}

    /// Looks through the bytes from where it stands to `end`, which hold no scalar.
    void skip_to(std::size_t end) {
        while (at_ < end) {
            // Kept from call to call: a text of many scalars and few comments is searched once.
            if (sign_ < at_) sign_ = std::min(text_.find('#', at_), text_.size());
            const std::size_t sign = sign_;
            if (sign >= end) break;
            if (sign == 0 || is_space(text_[sign - 1]) || (sign == 3 && text_.substr(0, 3) == "\xEF\xBB\xBF")) {
                const std::size_t line_end = end_of_line(sign);
                found.push_back({{place(sign), place(line_end)}, behind_});
                at_ = line_end;
            } else {
                at_ = sign + 1;
            }
        }
        at_ = std::max(at_, end);
    }

    void pass(const SyntaxNode& node, NodeId id) {
        behind_ = id;
        const Style style = node.style();
        const std::size_t begin = node.span.begin - base_;
        at_ = begin;
        // Behind `|` and `>` a comment may stand before the text begins.
        if (style == Style::literal || style == Style::folded) skip_to(end_of_line(begin));
        at_ = std::max<std::size_t>(at_, node.span.end - base_);
    }

    std::size_t size() const { return text_.size(); }
    std::vector<Comment> found;

  private:
    std::uint32_t place(std::size_t at) const { return base_ + static_cast<std::uint32_t>(at); }
    std::size_t end_of_line(std::size_t at) const { return std::min(text_.find_first_of("\r\n", at), text_.size()); }

    std::string_view text_;
    std::uint32_t base_;
    std::size_t at_ = 0;
    std::size_t sign_;  ///< the next `#` from `at_` on
    NodeId behind_ = no_node;
};

}  // namespace

std::vector<Comment> find_comments(const SourceFile& file, const SyntaxTree& tree) {
    if (file.text().find('#') == std::string_view::npos) return {};
    CommentFinder finder(file);
    for (NodeId id = 0; id < tree.size(); ++id) {
        const Node node = tree.node(id);
        if ((!node.is_scalar() && node.kind() != NodeKind::alias) || node.span().empty()) continue;
        finder.skip_to(node.span().begin - file.base());
        finder.pass(tree[id], id);
    }
    finder.skip_to(finder.size());
    return std::move(finder.found);
}

namespace {

/// Whether any `#` has exactly one space before it, be it in a comment, a text or between them.
bool has_near_sign(std::string_view text) {
    for (std::size_t at = text.find('#'); at != std::string_view::npos; at = text.find('#', at + 1)) {
        if (at > 1 && text[at - 1] == ' ' && text[at - 2] != ' ' && text[at - 2] != '\n') return true;
    }
    return false;
}

}  // namespace

std::vector<Span> cut_texts(const SourceFile& file, const SyntaxTree& tree) {
    std::vector<Span> cut;
    if (!has_near_sign(file.text())) return cut;
    for (const Comment& comment : find_comments(file, tree)) {
        const Node before = tree.node(comment.behind);
        if (!before.is_string() || before.style() != Style::plain) continue;
        const Span gap{before.span().end, comment.span.begin};
        if (gap.size() == 1 && file.slice(gap) == " ") cut.push_back(comment.span);
    }
    return cut;
}

}  // namespace flowc
