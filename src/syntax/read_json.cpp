#include <algorithm>
#include <array>
#include <cstring>
#include <span>
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
        : text_(text), offset_(offset), tokens_(tokens), stopped_(tokens.begin()), end_(tokens.end()), build_(tree) {
        build_.begin_document();
        // Every node but the first has a comma, a colon or an opening bracket before it, and that a closing one, unless it
        // is still open.
        nodes_ = build_.room((tokens.size() + 1 + max_depth) / 2 + 1);
        find_backslash(0);
    }

    /// Whether the tokens are one value, and all of it good.
    bool document() {
        SyntaxNode* behind = nodes_.data();
        stopped_ = walk(stopped_, behind);
        build_.cut(static_cast<std::size_t>(behind - nodes_.data()));
        return stopped_ == nullptr;
    }

    /// The mappings in which a key may stand twice, in document order.
    std::span<const NodeId> doubtful() {
        std::sort(doubtful_.begin(), doubtful_.end());
        return doubtful_;
    }

    /// Where the walk stopped, if it did.
    Span stopped() const { return {at(*stopped_), at(*stopped_)}; }

  private:
    /// A collection that has begun.
    struct Open {
        SyntaxNode* node;
        char closing;
        bool repeats;
        std::uint32_t spaces;  ///< how many stood before the last bracket that was closed at this depth
        KeySketch keys;

        bool is_mapping() const { return closing == '}'; }
    };

    std::uint32_t at(std::size_t place) const { return offset_ + static_cast<std::uint32_t>(place); }
    /// The first byte of a token; that of the padding behind the last.
    char first_of(const std::uint32_t* token) const { return text_.data()[*token]; }
    NodeId id_of(const SyntaxNode* node) const { return static_cast<NodeId>(node - nodes_.data()); }

    /// Null, or the token that cannot be where it is. `node` is where the next one is to be written.
    const std::uint32_t* walk(const std::uint32_t* next, SyntaxNode*& node) {
        Open* open = open_.data();  // the first stands for the document
        Open* deepest = open;
        open->closing = '\0';
        open->spaces = 0;
        for (;;) {
            if (open->is_mapping()) {
                if (first_of(next) != '"' || !string(next, *open, *node)) return next;
                open->repeats |= open->keys.add(node++->value());
                if (first_of(++next) != ':') return next;
                ++next;
            }
            const char first = first_of(next);
            if (first == '{' || first == '[') {
                if (open == &open_.back()) return next;
                *node = SyntaxNode(first == '{' ? NodeKind::mapping : NodeKind::sequence, {},
                                   {at(*next), at(*next) + 1}, Style::plain, id_of(node) + 1);
                if (open++ == deepest) {
                    deepest = open;
                    open->spaces = 0;
                }
                open->node = node++;
                open->closing = first == '{' ? '}' : ']';
                open->repeats = false;
                if (first == '{') open->keys.clear();
                if (first_of(++next) != open->closing) continue;
            } else {
                if (!(first == '"' ? string(next, *open, *node) : literal(next, *open, *node))) return next;
                ++next;
                ++node;
            }
            for (;;) {
                const char behind = first_of(next);
                if (open == open_.data()) return next == end_ ? nullptr : next;
                if (behind == ',') break;
                if (behind != open->closing) return next;
                open->node->span.end = at(*next) + 1;
                open->node->after = id_of(node);
                if (open->repeats) doubtful_.push_back(id_of(open->node));
                --open;
                ++next;
            }
            ++next;
        }
    }

    /// Where a scalar ends that begins at a token: it reaches to the next one, but for the space between the two.
    std::uint32_t behind(std::uint32_t begin, std::uint32_t next, Open& open) const {
        std::uint32_t end = next;
        while (end > begin && is_space(text_.data()[end - 1])) --end;
        open.spaces = next - end;
        return end;
    }

    /// Its quotes are a pair, and no quote stands between them: that would have been a token of its own.
    bool string(const std::uint32_t* token, Open& open, SyntaxNode& node) {
        const char* const text = text_.data();
        const std::uint32_t begin = token[0];
        std::uint32_t end = token[1];
        if (is_space(text[end - 1])) {
            // What stands before a closing bracket is as long as it was before the last one of its depth, nearly always.
            const std::uint32_t guess = end - open.spaces;
            const bool ends = end - begin >= open.spaces + 2 && text[guess - 1] == '"' && text[guess - 2] != '\\';
            end = ends ? guess : behind(begin, end, open);
        }
        if (end < begin + 2 || text[end - 1] != '"') return false;
        std::string_view inside(text + begin + 1, end - begin - 2);
        if (backslash_ < text + end && !unescape(inside)) return false;
        node = SyntaxNode(NodeKind::string, inside, {at(begin), at(end)}, Style::double_quoted, id_of(&node) + 1);
        return true;
    }

    bool unescape(std::string_view& inside) {
        find_backslash(static_cast<std::size_t>(inside.data() + inside.size() - text_.data()));
        char* const to = build_.room_for_text(inside.size() + json::Tokens::padding);
        const char* const end = tokens_.decode(inside.data(), to);
        if (!end) return false;
        inside = build_.keep_written(static_cast<std::size_t>(end - to));
        return true;
    }

    bool literal(const std::uint32_t* next, Open& open, SyntaxNode& node) {
        const std::uint32_t begin = next[0];
        const std::uint32_t end = behind(begin, next[1], open);
        const std::string_view token(text_.data() + begin, end - begin);
        NodeKind kind = NodeKind::number;
        if (token == "true" || token == "false") kind = NodeKind::boolean;
        else if (token == "null") kind = NodeKind::null;
        else if (!json::is_number(token)) return false;
        node = SyntaxNode(kind, token, {at(begin), at(end)}, Style::plain, id_of(&node) + 1);
        return true;
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
    const json::Tokens& tokens_;
    const std::uint32_t* stopped_;
    const std::uint32_t* end_;
    SyntaxBuilder build_;
    std::span<SyntaxNode> nodes_;      ///< as many as there can be
    const char* backslash_ = nullptr;  ///< the first that no string before had; the end of the text: none
    std::vector<NodeId> doubtful_;
    std::array<Open, max_depth + 1> open_;
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
