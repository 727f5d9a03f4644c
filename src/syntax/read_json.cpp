#include <algorithm>
#include <cstring>
#include <span>
#include <string>
#include <vector>

#include "source/ascii.hpp"
#include "syntax/duplicate_keys.hpp"
#include "syntax/json_fault.hpp"
#include "syntax/json_tokens.hpp"
#include "syntax/json_values.hpp"
#include "syntax/plain_text.hpp"
#include "syntax/read.hpp"
#include "syntax/text_rules.hpp"

namespace flowc {

namespace {

/// Goes from token to token and writes every value it meets. It sees to the order of the tokens, and holds the inside of
/// every scalar to the grammar.
class JsonWalk {
  public:
    JsonWalk(std::string_view text, std::uint32_t offset, const json::Tokens& tokens, SyntaxTree& tree)
        : text_(text), offset_(offset), next_(tokens.begin()), end_(tokens.end()), build_(tree) {
        build_.begin_document();
        // Every node but the first has a comma, a colon or an opening bracket before it, and that a closing one.
        nodes_ = build_.room((tokens.size() + 1) / 2);
        find_backslash(0);
    }

    /// Whether the tokens are one value, and all of it good.
    bool document() {
        const bool good = value() && next_ == end_;
        build_.cut(count_);
        return good;
    }

    /// The mappings in which a key may stand twice, in document order.
    std::span<const NodeId> doubtful() {
        std::sort(doubtful_.begin(), doubtful_.end());
        return doubtful_;
    }

    /// Where the walk stopped.
    Span stopped() const { return {at(*next_), at(*next_)}; }

  private:
    std::uint32_t at(std::size_t place) const { return offset_ + static_cast<std::uint32_t>(place); }
    /// The first byte of the token that comes next; that of the padding behind the last.
    char peek() const { return text_.data()[*next_]; }
    bool take(char wanted) {
        if (peek() != wanted) return false;
        ++next_;
        return true;
    }

    bool value() {
        switch (peek()) {
            case '{': return mapping();
            case '[': return sequence();
            case '"': return string();
            default: return literal();
        }
    }

    bool mapping() {
        const NodeId id = open(NodeKind::mapping);
        if (id == no_node) return false;
        bool repeats = false;
        if (peek() != '}') {
            KeySketch keys;
            do {
                if (peek() != '"' || !string()) return false;
                repeats |= keys.add(nodes_[count_ - 1].value());
                if (!take(':') || !value()) return false;
            } while (take(','));
        }
        if (repeats) doubtful_.push_back(id);
        return close(id, '}');
    }

    bool sequence() {
        const NodeId id = open(NodeKind::sequence);
        if (id == no_node) return false;
        if (peek() != ']') {
            do {
                if (!value()) return false;
            } while (take(','));
        }
        return close(id, ']');
    }

    /// Where there are more of them than brackets that close, the tokens are no document.
    bool add(NodeKind kind, std::string_view text, Span span, Style style = Style::plain) {
        if (count_ == nodes_.size()) return false;
        nodes_[count_] = SyntaxNode(kind, text, span, style, count_ + 1);
        ++count_;
        return true;
    }

    NodeId open(NodeKind kind) {
        const std::uint32_t begin = at(*next_++);
        return ++depth_ <= max_depth && add(kind, {}, {begin, begin + 1}) ? count_ - 1 : no_node;
    }

    bool close(NodeId collection, char bracket) {
        SyntaxNode& node = nodes_[collection];
        node.span.end = at(*next_) + 1;
        node.after = count_;
        --depth_;
        return take(bracket);
    }

    /// Where a scalar ends that begins at a token: it reaches to the next one, but for the space between the two.
    std::uint32_t behind(std::uint32_t begin) const {
        std::uint32_t end = *next_;
        while (end > begin && is_space(text_.data()[end - 1])) --end;
        return end;
    }

    /// Its quotes are a pair, and no quote stands between them: that would have been a token of its own.
    bool string() {
        const std::uint32_t begin = *next_++;
        const std::uint32_t end = behind(begin);
        const char* const text = text_.data();
        if (end < begin + 2 || text[end - 1] != '"') return false;
        std::string_view inside(text + begin + 1, end - begin - 2);
        if (backslash_ < text + end && !unescape(inside)) return false;
        return add(NodeKind::string, inside, {at(begin), at(end)}, Style::double_quoted);
    }

    bool unescape(std::string_view& inside) {
        find_backslash(static_cast<std::size_t>(inside.data() + inside.size() - text_.data()));
        decoded_.clear();
        if (json::decode(inside, decoded_)) return false;
        inside = build_.keep(decoded_);
        return true;
    }

    bool literal() {
        const std::uint32_t begin = *next_++;
        const std::uint32_t end = behind(begin);
        const std::string_view token(text_.data() + begin, end - begin);
        NodeKind kind = NodeKind::number;
        if (token == "true" || token == "false") kind = NodeKind::boolean;
        else if (token == "null") kind = NodeKind::null;
        else if (!json::is_number(token)) return false;
        return add(kind, token, {at(begin), at(end)});
    }

    /// From `place` on. Most strings have none, and are not looked through for it one by one.
    void find_backslash(std::size_t place) {
        const char* const end = text_.data() + text_.size();
        const void* const found =
            place == text_.size() ? nullptr : std::memchr(&text_[place], '\\', text_.size() - place);
        backslash_ = found ? static_cast<const char*>(found) : end;
    }

    std::string_view text_;
    std::uint32_t offset_;
    const std::uint32_t* next_;
    const std::uint32_t* end_;
    SyntaxBuilder build_;
    std::span<SyntaxNode> nodes_;      ///< as many as there can be
    NodeId count_ = 0;                 ///< those that are written
    const char* backslash_ = nullptr;  ///< the first that no string before had; the end of the text: none
    std::string decoded_;
    std::size_t depth_ = 0;
    std::vector<NodeId> doubtful_;
};

/// The fast walk knows that something is wrong; what and where exactly, a second look tells.
void report_malformed(std::string_view text, std::uint32_t offset, Span stopped, Diagnostics& diagnostics) {
    const json::Fault fault = json::find_fault(text, max_depth);
    if (!fault) {
        diagnostics.report(rules::json_syntax, stopped, "malformed JSON from here on");
        return;
    }
    const auto span = [&](std::size_t begin, std::size_t end) {
        return Span{offset + static_cast<std::uint32_t>(begin), offset + static_cast<std::uint32_t>(end)};
    };
    Diagnostic& found = diagnostics.report(fault.too_deep ? rules::nesting_too_deep : rules::json_syntax,
                                           span(fault.begin, fault.end), fault.message);
    for (const json::Fault::Place& label : fault.labels)
        found.labels.push_back({span(label.begin, label.end), label.text});
    if (fault.too_much) found.fixes.push_back({"take the comma out", true, {{span(fault.begin, fault.end), {}}}});
}

}  // namespace

SyntaxTree read_json(const SourceFile& file, Diagnostics& diagnostics) {
    std::string_view text = file.text();
    std::uint32_t offset = file.base();
    const bool marked = text.starts_with(byte_order_mark);
    if (marked) {
        text.remove_prefix(byte_order_mark.size());
        offset += static_cast<std::uint32_t>(byte_order_mark.size());
    }
    const bool is_short = file.text().size() <= max_json_bytes;
    const json::Tokens tokens(is_short ? text : std::string_view{});

    SyntaxTree tree;
    JsonWalk walk(text, offset, tokens, tree);
    const bool good = tokens.good() && walk.document();
    if (!good && !is_plain_text(file, max_json_bytes, rules::json_syntax, diagnostics)) return {};
    if (marked) {
        diagnostics
            .report(rules::json_syntax, {file.base(), file.base()},
                    "byte-order mark skipped; save the file as UTF-8 without one")
            .severity = Severity::note;
    }
    if (!good) {
        report_malformed(text, offset, walk.stopped(), diagnostics);
        return {};
    }
    report_duplicate_keys(tree, walk.doubtful(), diagnostics);
    return tree;
}

}  // namespace flowc
