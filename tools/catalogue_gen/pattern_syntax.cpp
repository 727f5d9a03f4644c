#include "pattern_syntax.hpp"

#include <cctype>

namespace catalogue_gen {
namespace {

constexpr unsigned most_repeats = 1000;

PatternNode one_of(const Bytes& bytes) {
    PatternNode node;
    node.kind = PatternNode::Kind::bytes;
    node.bytes = bytes;
    return node;
}

Bytes range(unsigned first, unsigned last) {
    Bytes bytes;
    for (unsigned i = first; i <= last; ++i) bytes.set(i);
    return bytes;
}

/// One character: an ASCII one of `ascii`, or any longer UTF-8 sequence.
PatternNode one_character(const Bytes& ascii) {
    const Bytes rest = range(0x80, 0xBF);
    PatternNode node;
    node.kind = PatternNode::Kind::alternatives;
    node.children.push_back(one_of(ascii));
    const std::pair<unsigned, unsigned> leads[] = {{0xC2, 0xDF}, {0xE0, 0xEF}, {0xF0, 0xF4}};
    for (std::size_t length = 0; length < 3; ++length) {
        PatternNode sequence;
        sequence.children.push_back(one_of(range(leads[length].first, leads[length].second)));
        for (std::size_t i = 0; i <= length; ++i) sequence.children.push_back(one_of(rest));
        node.children.push_back(std::move(sequence));
    }
    return node;
}

class Parser {
  public:
    explicit Parser(std::string_view text) : text_(text) {}

    ParsedPattern parse() {
        ParsedPattern result;
        if (!take('^')) fail("a pattern starts with `^`");
        result.node = alternatives();
        const bool closed = take('$');
        result.open_end = !closed;
        if (problem_.empty() && at_ < text_.size()) fail("unexpected `" + std::string(1, text_[at_]) + "`");
        if (problem_.empty() && result.node.kind == PatternNode::Kind::alternatives) {
            fail("put alternatives between `^` and `$` in a group");
        }
        result.problem = problem_;
        return result;
    }

  private:
    bool done() const { return at_ >= text_.size() || !problem_.empty(); }
    char peek() const { return text_[at_]; }
    bool take(char c) {
        if (done() || peek() != c) return false;
        ++at_;
        return true;
    }
    void fail(const std::string& message) {
        if (problem_.empty()) problem_ = "cannot translate the pattern at " + std::to_string(at_) + ": " + message;
    }

    PatternNode alternatives() {
        PatternNode node;
        node.kind = PatternNode::Kind::alternatives;
        node.children.push_back(sequence());
        while (take('|')) node.children.push_back(sequence());
        if (node.children.size() > 1) return node;
        PatternNode only = std::move(node.children.front());
        return only;
    }

    PatternNode sequence() {
        PatternNode node;
        while (!done() && peek() != '|' && peek() != ')' && peek() != '$') {
            PatternNode next = repeated();
            node.children.push_back(std::move(next));
        }
        return node;
    }

    PatternNode repeated() {
        PatternNode node = atom();
        if (done()) return node;
        unsigned min = 0;
        std::optional<unsigned> max;
        if (take('?')) {
            max = 1;
        } else if (take('+')) {
            min = 1;
        } else if (take('{')) {
            min = count();
            max = min;
            if (take(',')) max = (!done() && peek() == '}') ? std::optional<unsigned>() : count();
            if (!take('}')) fail("expected `}`");
            if (max && *max < min) fail("`{m,n}` with n below m");
        } else if (!take('*')) {
            return node;
        }
        if (!done() && (peek() == '?' || peek() == '*' || peek() == '+' || peek() == '{')) {
            fail("a second repetition; lazy and possessive forms are not known");
        }
        PatternNode repeat;
        repeat.kind = PatternNode::Kind::repeat;
        repeat.children.push_back(std::move(node));
        repeat.min = min;
        repeat.max = max;
        return repeat;
    }

    unsigned count() {
        if (done() || !std::isdigit(static_cast<unsigned char>(peek()))) {
            fail("expected a number");
            return 0;
        }
        unsigned value = 0;
        while (!done() && std::isdigit(static_cast<unsigned char>(peek()))) {
            value = value * 10 + static_cast<unsigned>(text_[at_++] - '0');
            if (value > most_repeats) {
                fail("more than 1000 repetitions");
                return 0;
            }
        }
        return value;
    }

    PatternNode atom() {
        if (take('(')) {
            if (take('?') && !take(':')) fail("only plain groups and `(?:` are known");
            PatternNode node = alternatives();
            if (!take(')')) fail("expected `)`");
            return node;
        }
        if (take('[')) return character_class();
        if (take('.')) return one_character(range(0x00, 0x7F) & ~range('\n', '\n') & ~range('\r', '\r'));
        if (take('\\')) return one_of(escape());
        const char c = peek();
        if (std::string_view("*+?{}]^").find(c) != std::string_view::npos) {
            fail("`" + std::string(1, c) + "` has no meaning here; escape it");
            return {};
        }
        ++at_;
        return one_of(range(static_cast<unsigned char>(c), static_cast<unsigned char>(c)));
    }

    Bytes escape() {
        if (done()) {
            fail("a pattern ends in `\\`");
            return {};
        }
        const char c = text_[at_++];
        if (c == 'd') return range('0', '9');
        if (c == 'w') return range('0', '9') | range('A', 'Z') | range('a', 'z') | range('_', '_');
        if (c == 's') return range('\t', '\r') | range(' ', ' ');
        if (std::ispunct(static_cast<unsigned char>(c))) {
            return range(static_cast<unsigned char>(c), static_cast<unsigned char>(c));
        }
        fail("unknown escape `\\" + std::string(1, c) + "`");
        return {};
    }

    PatternNode character_class() {
        const bool negated = take('^');
        Bytes bytes;
        bool first = true;
        while (!done() && (peek() != ']' || first)) {
            first = false;
            const Bytes low = class_member();
            const bool is_range = at_ + 1 < text_.size() && peek() == '-' && text_[at_ + 1] != ']';
            if (!is_range) {
                bytes |= low;
                continue;
            }
            ++at_;
            const Bytes high = class_member();
            if (low.count() != 1 || high.count() != 1 || low._Find_first() > high._Find_first()) {
                fail("a range goes from one character up to another");
                break;
            }
            bytes |= range(static_cast<unsigned>(low._Find_first()), static_cast<unsigned>(high._Find_first()));
        }
        if (!take(']')) fail("expected `]`");
        return negated ? one_character(range(0x00, 0x7F) & ~bytes) : one_of(bytes);
    }

    Bytes class_member() {
        if (take('\\')) return escape();
        if (done()) return {};
        const auto c = static_cast<unsigned char>(text_[at_++]);
        if (c >= 0x80) fail("characters outside ASCII cannot stand in a class");
        return range(c, c);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string problem_;
};

}  // namespace

ParsedPattern parse_pattern(std::string_view pattern) { return Parser(pattern).parse(); }

}  // namespace catalogue_gen
