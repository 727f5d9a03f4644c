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
        : text_(text), offset_(offset), next_(tokens.begin()), end_(tokens.end()), tree_(tree), build_(tree) {
        // Every node but the first has a comma, a colon or an opening bracket before it, and that a closing one.
        build_.reserve((tokens.size() + 1) / 2);
        find_backslash(0);
    }

    /// Whether the tokens are one value, and all of it good.
    bool document() {
        build_.begin_document();
        return value() && next_ == end_;
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
                repeats |= keys.add(tree_.node(static_cast<NodeId>(tree_.size() - 1)).text());
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

    NodeId open(NodeKind kind) {
        if (++depth_ > max_depth) return no_node;
        const std::uint32_t begin = at(*next_++);
        return build_.begin(kind, {begin, begin + 1});
    }

    bool close(NodeId collection, char bracket) {
        build_.end(collection, at(*next_) + 1);
        --depth_;
        return take(bracket);
    }

    /// A scalar reaches to the token behind it, but for the space between the two.
    std::string_view scalar() {
        const std::size_t begin = *next_++;
        std::size_t end = *next_;
        while (end > begin && is_space(text_[end - 1])) --end;
        return text_.substr(begin, end - begin);
    }

    Span span_of(std::string_view token) const {
        const std::uint32_t begin = at(static_cast<std::size_t>(token.data() - text_.data()));
        return {begin, begin + static_cast<std::uint32_t>(token.size())};
    }

    /// Its quotes are a pair, and no quote stands between them: that would have been a token of its own.
    bool string() {
        const std::string_view token = scalar();
        if (token.size() < 2 || token.back() != '"') return false;
        std::string_view inside = token.substr(1, token.size() - 2);
        if (backslash_ < token.data() + token.size()) {
            find_backslash(static_cast<std::size_t>(token.data() + token.size() - text_.data()));
            decoded_.clear();
            if (json::decode(inside, decoded_)) return false;
            inside = build_.keep(decoded_);
        }
        build_.scalar(NodeKind::string, inside, span_of(token), Style::double_quoted);
        return true;
    }

    bool literal() {
        const std::string_view token = scalar();
        NodeKind kind = NodeKind::number;
        if (token == "true" || token == "false") kind = NodeKind::boolean;
        else if (token == "null") kind = NodeKind::null;
        else if (!json::is_number(token)) return false;
        build_.scalar(kind, token, span_of(token));
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
    const std::uint32_t* next_;
    const std::uint32_t* end_;
    SyntaxTree& tree_;
    SyntaxBuilder build_;
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
