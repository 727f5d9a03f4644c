#include "forms/text_places.hpp"

#include "forms/scalar_origin.hpp"

namespace flowc {

Span TextPlaces::at(std::size_t begin, std::size_t length) {
    const Span whole = scalar_.span();
    const Style style = scalar_.style();
    const std::uint32_t quote = style == Style::plain ? 0 : 1;
    const auto first = static_cast<std::uint32_t>(begin);
    const auto last = static_cast<std::uint32_t>(begin + length);
    if (style != Style::literal && style != Style::folded && whole.size() == scalar_.text().size() + 2 * quote)
        return {whole.begin + quote + first, whole.begin + quote + last};
    if (!followed_) follow();
    return text_ ? text_->outside({first, last}) : whole;
}

/// Worked out once, for a text may have many parts that are asked for.
void TextPlaces::follow() {
    followed_ = true;
    const Span whole = scalar_.span();
    if (whole.size() < 2) return;
    OriginWriter origin;
    if (!add_scalar(origin, sources_->file_of(whole), scalar_, wrapping_of(scalar_, json_))) return;
    text_ = std::make_unique<const SourceFile>("", scalar_.text(), 0, std::move(origin).finish(Wrapping::verbatim));
}

}  // namespace flowc
