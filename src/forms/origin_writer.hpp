#pragma once

#include <string_view>

#include "flowc/source.hpp"

namespace flowc {

/// Writes down, from front to back, where the bytes of a text stand in the file that it was found in. An inner text has
/// a piece for each of its quotes, so this is written to be inlined.
class OriginWriter {
  public:
    /// The next `size` bytes of the text stand for the bytes `outer`, one for one as far as they go.
    void add(std::size_t size, Span outer) {
        if (size == 0) return;
        const bool follows = !pieces_.empty() && outer.begin == outer_end_;
        if (!follows && !pieces_.empty()) pieces_.push_back({inner_, outer_end_});  // what lies between is nobody's
        if (!follows || outer.begin - inner_ != ahead_) {
            pieces_.push_back({inner_, outer.begin});
            ahead_ = outer.begin - inner_;
        }
        inner_ += static_cast<std::uint32_t>(size);
        outer_end_ = outer.end;
    }
    /// So many pieces more are likely.
    void expect(std::size_t pieces) { pieces_.reserve(pieces_.size() + pieces); }
    /// How many bytes of the text were written down.
    std::uint32_t size() const { return inner_; }
    Origin finish(Wrapping wrapping) &&;

    /// A place to go back to, where what was written behind it turns out not to be so.
    struct Mark {
        std::size_t pieces;
        std::uint32_t inner;
        std::uint32_t outer_end;
        std::uint32_t ahead;
    };
    Mark mark() const { return {pieces_.size(), inner_, outer_end_, ahead_}; }
    void go_back(const Mark& mark) {
        pieces_.resize(mark.pieces);
        inner_ = mark.inner;
        outer_end_ = mark.outer_end;
        ahead_ = mark.ahead;
    }

  private:
    std::vector<Origin::Piece> pieces_;
    std::uint32_t inner_ = 0;
    std::uint32_t outer_end_ = 0;
    std::uint32_t ahead_ = 0;  ///< what lies between a byte of the piece and where it stands in the file
};

/// Holds a decoded text to the way it is written in the file, piece by piece. Whoever reads escapes or line folding
/// says what he takes each bit of the file for; the first bit that the text does not agree with ends it.
class Alignment {
  public:
    Alignment(std::string_view decoded, OriginWriter& origin) : rest_(decoded), origin_(origin) {}

    /// `raw` lies at `outer` and stands for itself.
    void as_it_is(std::string_view raw, std::uint32_t outer) {
        stands_for(raw, {outer, outer + static_cast<std::uint32_t>(raw.size())});
    }
    /// What is written at `outer` means the next `size` bytes, as whoever decoded the text knows.
    void means(std::size_t size, Span outer) {
        agrees_ = agrees_ && rest_.size() >= size;
        if (!agrees_) return;
        rest_.remove_prefix(size);
        origin_.add(size, outer);
    }
    /// So many escapes are left, most likely.
    void expect(std::size_t escapes) { origin_.expect(escapes + 1); }
    /// What is written at `outer` means `bytes`.
    void stands_for(std::string_view bytes, Span outer) {
        agrees_ = agrees_ && rest_.starts_with(bytes);
        if (!agrees_) return;
        rest_.remove_prefix(bytes.size());
        origin_.add(bytes.size(), outer);
    }
    /// What of the decoded text was not met yet.
    std::string_view rest() const { return rest_; }
    bool agrees() const { return agrees_; }
    /// Whether all of the text was met.
    bool complete() const { return agrees_ && rest_.empty(); }

  private:
    std::string_view rest_;
    OriginWriter& origin_;
    bool agrees_ = true;
};

}  // namespace flowc
