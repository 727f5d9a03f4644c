#include <algorithm>
#include <cstring>
#include <iterator>
#include <mutex>

#include "flowc/source.hpp"
#include "source/utf8.hpp"

namespace flowc {

struct SourceFile::Lines {
    std::once_flag built;
    std::vector<std::uint32_t> starts;
    std::unique_ptr<utf8::CodePoints> points;
    bool byte_order_mark = false;  ///< editors do not count it as a column
};

SourceFile::SourceFile(std::string name, std::string_view text, std::uint32_t base, Origin origin)
    : name_(std::move(name)), text_(new char[text.size() + padding]), size_(text.size()), base_(base),
      origin_(std::move(origin)), lines_(std::make_unique<Lines>()) {
    if (!text.empty()) std::memcpy(text_.get(), text.data(), size_);
    std::memset(text_.get() + size_, 0, padding);
}

SourceFile::~SourceFile() = default;

std::string_view SourceFile::slice(Span span) const {
    const std::size_t begin = std::min<std::size_t>(span.begin > base_ ? span.begin - base_ : 0, size_);
    const std::size_t end = std::min<std::size_t>(span.end > base_ ? span.end - base_ : 0, size_);
    return text().substr(begin, end > begin ? end - begin : 0);
}

const SourceFile::Lines& SourceFile::lines() const {
    std::call_once(lines_->built, [this] {
        const std::string_view all = text();
        lines_->points = std::make_unique<utf8::CodePoints>(all);
        lines_->byte_order_mark = all.substr(0, 3) == "\xEF\xBB\xBF";
        std::vector<std::uint32_t>& starts = lines_->starts;
        starts.push_back(0);
        // Nearly no text has line ends of another kind, and `\n` alone is soon found.
        const bool has_returns = all.find('\r') != std::string_view::npos;
        for (std::size_t at = 0; at < size_; ++at) {
            if (!has_returns) at = all.find('\n', at);
            if (at == std::string_view::npos) break;
            // The byte behind the text may be read: it is padding.
            if (all[at] == '\n' || (all[at] == '\r' && text_[at + 1] != '\n')) {
                starts.push_back(static_cast<std::uint32_t>(at + 1));
            }
        }
    });
    return *lines_;
}

Position SourceFile::position(std::uint32_t offset) const {
    const Lines& table = lines();
    const std::uint32_t at = std::min(offset > base_ ? offset - base_ : 0, static_cast<std::uint32_t>(size_));
    const auto above = std::upper_bound(table.starts.begin(), table.starts.end(), at);
    const auto line = static_cast<std::uint32_t>(above - table.starts.begin());
    std::size_t column = table.points->before(at) - table.points->before(table.starts[line - 1]) + 1;
    if (line == 1 && table.byte_order_mark && at >= 3) --column;
    return {line, static_cast<std::uint32_t>(column)};
}

Span SourceFile::outside(Span span) const {
    using Piece = Origin::Piece;
    const std::vector<Piece>& pieces = origin_.pieces;
    const auto behind = [&](std::uint32_t inner) {
        return std::upper_bound(pieces.begin(), pieces.end(), inner,
                                [](std::uint32_t at, const Piece& piece) { return at < piece.inner; });
    };
    const auto place = [&](std::uint32_t inner) {
        const auto next = behind(inner);
        const Piece& piece = *std::prev(next);
        const std::uint32_t outer = piece.outer + (inner - piece.inner);
        return next == pieces.end() ? piece.outer : std::min(outer, next->outer);
    };
    const std::uint32_t begin = place(span.begin - base_);
    if (span.end <= span.begin) return {begin, begin};
    // The end is taken from the last byte inside: what follows may stand somewhere else.
    const std::uint32_t last = span.end - base_ - 1;
    const auto next = behind(last);
    const bool ends_its_piece = next != pieces.end() && next->inner == last + 1;
    return {begin, std::max(begin, ends_its_piece ? next->outer : place(last) + 1)};
}

std::string_view SourceFile::line(std::uint32_t line) const {
    const std::vector<std::uint32_t>& starts = lines().starts;
    if (line == 0 || line > starts.size()) return {};
    const std::size_t begin = starts[line - 1];
    std::size_t end = line < starts.size() ? starts[line] : size_;
    while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
    return text().substr(begin, end - begin);
}

}  // namespace flowc
