#include "syntax/common_yaml.hpp"

#include <algorithm>
#include <string>

#include "source/byte_set.hpp"
#include "syntax/common_characters.hpp"
#include "syntax/read.hpp"

namespace flowc {

namespace {

/// libyaml takes a key only where its `:` is near.
constexpr std::size_t longest_key = 1000;

constexpr ByteSet ends_of_plain{"\n:#"};
constexpr ByteSet ends_of_plain_in_flow{"\n:#,[]{}"};
constexpr ByteSet no_begin_of_plain{",[]{}#&*!|>%@`?:"};

/// Every reading begins at the first byte of what it reads. What reads a block ends at the next content behind it, what
/// reads a part of a line right behind that part. The answer is whether to go on.
class CommonYaml {
  public:
    CommonYaml(std::string_view text, std::uint32_t offset, SyntaxTree& tree)
        : text_(text), offset_(offset), build_(tree) {
        build_.reserve(text.size() / 10);
    }

    bool read() {
        if (!has_common_characters(text_) || !to_content()) return false;
        std::size_t documents = 0;
        do {
            if (is_marker_ && !behind_marker()) return false;
            if (is_marker_ || is_at_end() || ++documents > max_documents) return false;
            build_.begin_document();
            if (!block_collection()) return false;
        } while (is_marker_);
        return is_at_end();
    }

  private:
    struct Scalar {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::string_view value;
        Style style = Style::plain;
    };

    // ---- bytes
    bool is_at_end() const { return at_ == text_.size(); }
    char byte(std::size_t at) const { return at < text_.size() ? text_[at] : '\n'; }
    bool ends_word(std::size_t at) const { return byte(at) == ' ' || byte(at) == '\n'; }
    Span place(std::size_t begin, std::size_t end) const {
        return {offset_ + static_cast<std::uint32_t>(begin), offset_ + static_cast<std::uint32_t>(end)};
    }

    void skip_spaces() {
        while (byte(at_) == ' ') ++at_;
    }
    void skip_line() { at_ = std::min(text_.find('\n', at_), text_.size()); }

    // ---- lines
    /// From the beginning of a line to what is no comment; `column_` is where it begins there.
    bool to_content() {
        is_marker_ = false;
        for (;;) {
            const std::size_t line = at_;
            skip_spaces();
            column_ = at_ - line;
            if (is_at_end()) return true;
            if (text_[at_] == '#') skip_line();
            else if (text_[at_] != '\n') break;
            if (!is_at_end()) ++at_;
        }
        if (column_ != 0) return true;
        is_marker_ = text_.substr(at_, 3) == "---" && ends_word(at_ + 3);
        return text_[at_] != '%' && text_.substr(at_, 3) != "...";
    }

    /// The same from behind a value: on its line only a comment may follow.
    bool next_line() {
        const std::size_t begin = at_;
        skip_spaces();
        if (byte(at_) == '#' && at_ > begin) skip_line();
        if (byte(at_) != '\n') return false;
        if (!is_at_end()) ++at_;
        return to_content();
    }

    bool behind_marker() {
        at_ += 3;
        return next_line();
    }

    bool stands_in(std::size_t column) const { return column_ == column && !is_marker_ && !is_at_end(); }
    bool stands_behind(std::size_t column) const { return column_ > column && !is_marker_ && !is_at_end(); }

    // ---- blocks
    bool is_entry() const { return text_[at_] == '-' && ends_word(at_ + 1); }

    bool block_collection() {
        if (is_entry()) return block_sequence();
        Scalar key;
        return scalar(key, false) && is_key() && block_mapping(key);
    }

    bool block_sequence() {
        if (++depth_ > max_depth) return false;
        const std::size_t column = column_;
        const NodeId id = build_.begin(NodeKind::sequence, place(at_, at_));
        do {
            const std::size_t behind = ++at_;
            skip_spaces();
            column_ = column + 1 + (at_ - behind);
            if (byte(at_) == '\n' || byte(at_) == '#') {
                at_ = behind;
                if (!next_line()) return false;
            }
            if (!stands_behind(column)) nothing(behind);
            else if (!block_node(column)) return false;
            if (stands_behind(column)) return false;
        } while (stands_in(column) && is_entry());
        return end(id);
    }

    /// A mapping whose first key was read already; `at_` is at the `:` behind it.
    bool block_mapping(Scalar key) {
        if (++depth_ > max_depth) return false;
        const std::size_t column = column_;
        const NodeId id = build_.begin(NodeKind::mapping, place(key.begin, key.begin));
        for (;;) {
            add(key);
            ++at_;
            if (!block_value(column) || stands_behind(column)) return false;
            if (!stands_in(column)) return end(id);
            if (!scalar(key, false) || !is_key()) return false;
        }
    }

    /// What stands behind the `:` of a key in `column`.
    bool block_value(std::size_t column) {
        const std::size_t behind = at_;
        skip_spaces();
        if (byte(at_) == '\n' || byte(at_) == '#') {
            at_ = behind;
            if (!next_line()) return false;
            if (stands_behind(column)) return block_node(column);
            if (stands_in(column) && is_entry()) return block_sequence();
            nothing(behind);
            return true;
        }
        if (text_[at_] == '|' || text_[at_] == '>') return block_scalar(column);
        return flow_node(false) && next_line();
    }

    /// A node with its first line to itself, but for the `-` of what holds it, which stands in column `parent`.
    bool block_node(std::size_t parent) {
        if (is_entry()) return block_sequence();
        if (text_[at_] == '|' || text_[at_] == '>') return block_scalar(parent);
        if (text_[at_] == '[' || text_[at_] == '{') return flow_collection() && next_line();
        Scalar words;
        if (!scalar(words, false)) return false;
        if (is_key()) return block_mapping(words);
        add(words);
        return next_line();
    }

    /// `|`, `|-`, `>` or `>-`, and the lines below that are indented deeper than `parent`.
    bool block_scalar(std::size_t parent) {
        const std::size_t begin = at_;
        const bool folded = text_[at_++] == '>';
        const bool strips = byte(at_) == '-';
        if (strips) ++at_;
        if (byte(at_) != '\n') return false;
        std::string value;
        std::size_t indent = 0;
        std::size_t last_end = 0;
        std::size_t empty_lines = 0;
        bool was_deeper = false;
        while (!is_at_end() && ++at_ < text_.size()) {
            const std::size_t line = at_;
            skip_spaces();
            const std::size_t column = at_ - line;
            if (byte(at_) == '\n') {
                if (column != 0) return false;
                ++empty_lines;
                continue;
            }
            if (column <= parent || column < indent) {
                at_ = line;
                break;
            }
            const bool is_first = indent == 0;
            if (is_first) indent = column;
            const bool is_deeper = column > indent;
            const bool joins = folded && !is_first && !was_deeper && !is_deeper;
            if (joins && empty_lines == 0) value += ' ';
            if (!joins && !is_first) value += '\n';
            value.append(empty_lines, '\n');
            skip_line();
            last_end = at_;
            value += text_.substr(line + indent, last_end - line - indent);
            empty_lines = 0;
            was_deeper = is_deeper;
        }
        if (indent == 0) return false;
        if (!strips && last_end < text_.size()) value += '\n';
        add({begin, last_end, build_.keep(value), folded ? Style::folded : Style::literal});
        return to_content();
    }

    // ---- within a line, or brackets
    /// From behind a part of a collection in brackets to the next one, over lines and comments.
    bool to_flow_part() {
        for (;; ++at_) {
            const std::size_t begin = at_;
            skip_spaces();
            if (byte(at_) == '#' && (at_ > begin || text_[at_ - 1] == '\n')) skip_line();
            if (is_at_end()) return false;
            if (text_[at_] != '\n') break;
        }
        return text_[at_ - 1] != '\n' || (text_[at_] != '-' && text_[at_] != '.');
    }

    bool flow_node(bool in_flow) {
        if (text_[at_] == '[' || text_[at_] == '{') return flow_collection();
        Scalar words;
        if (!scalar(words, in_flow)) return false;
        add(words);
        return true;
    }

    bool flow_collection() {
        if (++depth_ > max_depth) return false;
        const bool is_mapping = text_[at_] == '{';
        const char bracket = is_mapping ? '}' : ']';
        const NodeId id = build_.begin(is_mapping ? NodeKind::mapping : NodeKind::sequence, place(at_, at_));
        ++at_;
        if (!to_flow_part()) return false;
        while (text_[at_] != bracket) {
            if (is_mapping && !flow_key()) return false;
            if (!flow_node(true) || !to_flow_part()) return false;
            if (text_[at_] == ',') {
                ++at_;
                if (!to_flow_part()) return false;
            } else if (text_[at_] != bracket) {
                return false;
            }
        }
        last_end_ = ++at_;
        return end(id);
    }

    bool flow_key() {
        Scalar key;
        if (!scalar(key, true) || !is_key()) return false;
        add(key);
        ++at_;
        return to_flow_part();
    }

    /// Whether what was read last is a key; goes to its `:`.
    bool is_key() {
        const std::size_t end = at_;
        skip_spaces();
        if (byte(at_) == ':' && ends_word(at_ + 1) && end - last_begin_ <= longest_key) return true;
        at_ = end;
        return false;
    }

    bool scalar(Scalar& scalar, bool in_flow) {
        last_begin_ = scalar.begin = at_;
        switch (text_[at_]) {
            case '\'': return single_quoted(scalar);
            case '"': return double_quoted(scalar);
            default: return plain(scalar, in_flow);
        }
    }

    bool plain(Scalar& scalar, bool in_flow) {
        const ByteSet& stops = in_flow ? ends_of_plain_in_flow : ends_of_plain;
        if (no_begin_of_plain.contains(text_[at_])) return false;
        if (text_[at_] == '-' && (ends_word(at_ + 1) || stops.contains(byte(at_ + 1)))) return false;
        std::size_t end = at_;
        for (; end < text_.size(); ++end) {
            const char c = text_[end];
            if (!stops.contains(c)) continue;
            if (c == ':' && !ends_word(end + 1)) {
                if (in_flow && (stops.contains(text_[end + 1]) || text_[end + 1] == '?')) return false;
            } else if (c != '#' || text_[end - 1] == ' ') {
                break;
            }
        }
        while (text_[end - 1] == ' ') --end;
        at_ = scalar.end = end;
        scalar.value = text_.substr(scalar.begin, end - scalar.begin);
        scalar.style = Style::plain;
        return true;
    }

    bool single_quoted(Scalar& scalar) {
        std::string unescaped;
        bool has_escapes = false;
        std::size_t part = ++at_;
        for (;; ++at_) {
            if (byte(at_) == '\n') return false;
            if (text_[at_] != '\'') continue;
            if (byte(at_ + 1) != '\'') break;
            has_escapes = true;
            unescaped += text_.substr(part, at_ + 1 - part);
            part = ++at_ + 1;
        }
        return quoted(scalar, Style::single_quoted, part, has_escapes, unescaped);
    }

    bool double_quoted(Scalar& scalar) {
        std::string unescaped;
        bool has_escapes = false;
        std::size_t part = ++at_;
        for (; byte(at_) != '"'; ++at_) {
            if (byte(at_) == '\n') return false;
            if (text_[at_] != '\\') continue;
            has_escapes = true;
            unescaped += text_.substr(part, at_ - part);
            switch (byte(++at_)) {
                case '"':
                case '\\':
                case '/': unescaped += text_[at_]; break;
                case 'n': unescaped += '\n'; break;
                case 't': unescaped += '\t'; break;
                default: return false;
            }
            part = at_ + 1;
        }
        return quoted(scalar, Style::double_quoted, part, has_escapes, unescaped);
    }

    /// At the closing quote; `part` is where the text begins that is not in `unescaped`.
    bool quoted(Scalar& scalar, Style style, std::size_t part, bool has_escapes, std::string& unescaped) {
        const std::string_view rest = text_.substr(part, at_ - part);
        scalar.value = has_escapes ? build_.keep(unescaped += rest) : rest;
        scalar.style = style;
        scalar.end = ++at_;
        return true;
    }

    // ---- nodes
    void add(const Scalar& scalar) {
        build_.scalar(NodeKind::string, scalar.value, place(scalar.begin, scalar.end), scalar.style);
        last_end_ = scalar.end;
    }

    /// A value that is not there stands behind the sign that announces it.
    void nothing(std::size_t behind) { add({behind, behind, text_.substr(behind, 0), Style::plain}); }

    bool end(NodeId collection) {
        build_.end(collection, place(last_end_, last_end_).begin);
        --depth_;
        return true;
    }

    std::string_view text_;
    std::uint32_t offset_;
    SyntaxBuilder build_;
    std::size_t at_ = 0;
    std::size_t column_ = 0;  ///< of the content that was come to
    bool is_marker_ = false;  ///< it is a `---`
    std::size_t depth_ = 0;
    std::size_t last_begin_ = 0;  ///< of the last scalar
    std::size_t last_end_ = 0;    ///< behind what was written last
};

}  // namespace

bool read_common_yaml(std::string_view text, std::uint32_t offset, SyntaxTree& tree) {
    return CommonYaml(text, offset, tree).read();
}

}  // namespace flowc
