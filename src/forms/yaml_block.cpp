#include <algorithm>

#include "forms/scalar_origin.hpp"
#include "source/ascii.hpp"

/// Blocks of YAML, behind `|` and `>`.
namespace flowc::scalar {

namespace {

std::size_t leading_spaces(std::string_view text) { return std::min(text.find_first_not_of(' '), text.size()); }

class BlockReader {
  public:
    BlockReader(Alignment& text, std::string_view raw, std::uint32_t outer) : text_(text), raw_(raw), outer_(outer) {}

    void read() {
        at_ = std::min(raw_.find_first_of("\r\n"), raw_.size());
        skip_break();
        indentation_ = indentation();
        skip_indentation();
        while (!text_.rest().empty() && at_ < raw_.size() && text_.agrees()) {
            const std::size_t end = std::min(raw_.find_first_of("\r\n", at_), raw_.size());
            text_.as_it_is(raw_.substr(at_, end - at_), place(at_));
            at_ = end;
            line_ends();
        }
    }

  private:
    std::uint32_t place(std::size_t at) const { return outer_ + static_cast<std::uint32_t>(at); }

    void skip_break() { at_ += raw_.substr(at_, 2) == "\r\n" ? 2 : at_ < raw_.size() ? 1 : 0; }

    /// The block's own indentation: what the text lacks of the spaces that are written before its first line that is not
    /// empty. Where all are, no space is text.
    std::size_t indentation() const {
        const std::size_t empty_lines = std::min(text_.rest().find_first_not_of('\n'), text_.rest().size());
        std::string_view lines = raw_.substr(at_);
        for (std::size_t i = 0; i < empty_lines; ++i) {
            lines.remove_prefix(std::min(lines.find_first_of("\r\n"), lines.size()));
            lines.remove_prefix(std::min<std::size_t>(lines.substr(0, 2) == "\r\n" ? 2 : 1, lines.size()));
        }
        if (empty_lines == text_.rest().size()) return std::string_view::npos;
        const std::size_t written = leading_spaces(lines);
        const std::size_t meant = leading_spaces(text_.rest().substr(empty_lines));
        return written > meant ? written - meant : 0;
    }

    void skip_indentation() {
        for (std::size_t i = 0; i < indentation_ && at_ < raw_.size() && raw_[at_] == ' '; ++i) ++at_;
    }

    /// The line end here and the empty lines behind it. Folded, one line end is a space, and of several the first is
    /// nothing; at the end of the block some may be cut off.
    void line_ends() {
        const std::string_view rest = text_.rest();
        if (rest.empty()) return;
        const std::size_t meant = std::min(rest.find_first_not_of('\n'), rest.size());
        const bool is_last = meant == rest.size();
        std::size_t begin = at_;
        if (meant == 0) {
            step();
            text_.stands_for(" ", {place(begin), place(at_)});
            return;
        }
        if (!is_last && breaks() > meant) step();
        for (std::size_t i = 0; i < meant && at_ < raw_.size(); ++i) {
            step();
            text_.stands_for("\n", {place(begin), place(at_)});
            begin = at_;
        }
    }

    void step() {
        skip_break();
        skip_indentation();
    }

    /// How many line ends stand here with nothing but indentation between them.
    std::size_t breaks() {
        const std::size_t here = at_;
        std::size_t count = 0;
        while (at_ < raw_.size() && is_break(raw_[at_])) {
            ++count;
            step();
        }
        at_ = here;
        return count;
    }

    Alignment& text_;
    std::string_view raw_;
    std::uint32_t outer_;
    std::size_t at_ = 0;
    std::size_t indentation_ = 0;
};

}  // namespace

void align_yaml_block(Alignment& text, std::string_view raw, std::uint32_t outer) {
    BlockReader(text, raw, outer).read();
}

}  // namespace flowc::scalar
