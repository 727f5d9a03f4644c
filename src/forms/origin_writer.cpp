#include "forms/origin_writer.hpp"

#include <utility>

namespace flowc {

void OriginWriter::add(std::size_t size, Span outer) {
    if (size == 0) return;
    const bool follows = !pieces_.empty() && outer_end_ == outer.begin;
    if (!pieces_.empty() && !follows) pieces_.push_back({inner_, outer_end_});
    const bool goes_on = follows && pieces_.back().outer + (inner_ - pieces_.back().inner) == outer.begin;
    if (!goes_on) pieces_.push_back({inner_, outer.begin});
    inner_ += static_cast<std::uint32_t>(size);
    outer_end_ = outer.end;
}

Origin OriginWriter::finish(Wrapping wrapping) && {
    if (pieces_.empty()) pieces_.push_back({0, outer_end_});
    pieces_.push_back({inner_, outer_end_});
    return {std::move(pieces_), wrapping};
}

void Alignment::stands_for(std::string_view bytes, Span outer) {
    agrees_ = agrees_ && rest_.substr(0, bytes.size()) == bytes;
    if (!agrees_) return;
    rest_.remove_prefix(bytes.size());
    origin_.add(bytes.size(), outer);
}

}  // namespace flowc
