#include <charconv>

#include "forms/scalar_origin.hpp"
#include "source/ascii.hpp"
#include "source/utf8.hpp"

/// Scalars of YAML that go on over line ends by folding: plain ones, and those in quotes.
namespace flowc::scalar {

namespace {

/// How many hexadecimal digits follow the letter of an escape.
std::size_t digits_of(char letter) {
    switch (letter) {
        case 'x': return 2;
        case 'u': return 4;
        case 'U': return 8;
        default: return 0;
    }
}

/// What the letter of an escape without digits stands for; what stands for nothing else, for itself.
std::string_view meaning_of(const char& letter) {
    using namespace std::string_view_literals;
    switch (letter) {
        case '0': return "\0"sv;
        case 'a': return "\a"sv;
        case 'b': return "\b"sv;
        case 't':
        case '\t': return "\t"sv;
        case 'n': return "\n"sv;
        case 'v': return "\v"sv;
        case 'f': return "\f"sv;
        case 'r': return "\r"sv;
        case 'e': return "\x1B"sv;
        case 'N': return "\xC2\x85"sv;
        case '_': return "\xC2\xA0"sv;
        case 'L': return "\xE2\x80\xA8"sv;
        case 'P': return "\xE2\x80\xA9"sv;
        default: return {&letter, 1};
    }
}

class LineReader {
  public:
    LineReader(Alignment& text, std::string_view raw, std::uint32_t outer, Wrapping wrapping)
        : text_(text), raw_(raw), outer_(outer), wrapping_(wrapping) {}

    void read() {
        while (at_ < raw_.size() && text_.agrees()) {
            const std::size_t begin = at_;
            while (at_ < raw_.size() && !ends_a_run(raw_[at_])) ++at_;
            text_.as_it_is(raw_.substr(begin, at_ - begin), place(begin));
            if (at_ == raw_.size()) break;
            if (is_blank(raw_[at_]) || is_break(raw_[at_])) {
                space();
            } else if (raw_[at_] == '\'') {
                text_.stands_for("'", {place(at_), place(at_ + 2)});
                at_ += 2;
            } else {
                escape();
            }
        }
    }

  private:
    std::uint32_t place(std::size_t at) const { return outer_ + static_cast<std::uint32_t>(at); }

    bool ends_a_run(char c) const {
        if (is_blank(c) || is_break(c)) return true;
        return (c == '\\' && wrapping_ == Wrapping::yaml_double_quoted) ||
               (c == '\'' && wrapping_ == Wrapping::yaml_single_quoted);
    }

    void skip_blanks() {
        while (at_ < raw_.size() && is_blank(raw_[at_])) ++at_;
    }

    /// Moves behind a line end and what is indented behind it.
    void skip_break() {
        at_ += raw_.substr(at_, 2) == "\r\n" ? 2 : 1;
        skip_blanks();
    }

    bool at_break() const { return at_ < raw_.size() && is_break(raw_[at_]); }

    /// Blanks within a line are text. Around a line end they are none, and a single line end means one space.
    void space() {
        const std::size_t begin = at_;
        skip_blanks();
        if (!at_break()) {
            text_.as_it_is(raw_.substr(begin, at_ - begin), place(begin));
            return;
        }
        skip_break();
        if (!at_break()) {
            text_.stands_for(" ", {place(begin), place(at_)});
            return;
        }
        empty_lines(begin);
    }

    /// Each empty line is a line end; the first has the bytes from `begin` on.
    void empty_lines(std::size_t begin) {
        while (at_break()) {
            skip_break();
            text_.stands_for("\n", {place(begin), place(at_)});
            begin = at_;
        }
    }

    void escape() {
        const std::size_t begin = at_++;
        if (at_ == raw_.size()) return;
        if (is_break(raw_[at_])) {
            skip_break();
            empty_lines(at_);
            return;
        }
        const std::size_t digits = digits_of(raw_[at_]);
        if (digits == 0) {
            const std::string_view meant = meaning_of(raw_[at_++]);
            text_.stands_for(meant, {place(begin), place(at_)});
            return;
        }
        const std::string_view written = raw_.substr(at_ + 1, digits);
        std::uint32_t code = 0;
        std::from_chars(written.data(), written.data() + written.size(), code, 16);
        at_ += 1 + written.size();
        char bytes[4];
        const std::size_t size = static_cast<std::size_t>(utf8::encode(code, bytes) - bytes);
        text_.stands_for({bytes, size}, {place(begin), place(at_)});
    }

    Alignment& text_;
    std::string_view raw_;
    std::uint32_t outer_;
    Wrapping wrapping_;
    std::size_t at_ = 0;
};

}  // namespace

void align_yaml_line(Alignment& text, std::string_view raw, std::uint32_t outer, Wrapping wrapping) {
    LineReader(text, raw, outer, wrapping).read();
}

}  // namespace flowc::scalar
