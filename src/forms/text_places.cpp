#include "forms/text_places.hpp"

#include "forms/scalar_origin.hpp"

namespace flowc {

namespace {

/// How a scalar is written, by its first sign: what was compiled has the style of JSON, whatever its author wrote.
Wrapping wrapping_in_yaml(std::string_view raw) {
    switch (raw.front()) {
        case '\'': return Wrapping::yaml_single_quoted;
        case '"': return Wrapping::yaml_double_quoted;
        case '|':
        case '>': return Wrapping::yaml_block;
        default: return Wrapping::yaml_plain;
    }
}

std::size_t quote_of(Wrapping wrapping) {
    return wrapping == Wrapping::json_string || wrapping == Wrapping::yaml_single_quoted ||
                   wrapping == Wrapping::yaml_double_quoted
               ? 1
               : 0;
}

}  // namespace

Span TextPlaces::at(std::size_t begin, std::size_t length) {
    if (!followed_) follow();
    const Span whole = scalar_.span();
    auto first = static_cast<std::uint32_t>(begin);
    auto last = static_cast<std::uint32_t>(begin + length);
    if (as_it_is_) {
        const auto shift = static_cast<std::uint32_t>(whole.begin + quote_of(wrapping_));
        return {shift + first, shift + last};
    }
    if (!text_) return whole;
    if (written_) {
        first = written_->begin_of(first);
        last = written_->end_of(last);
    }
    return text_->outside({first, last});
}

/// Worked out once, for a text may have many parts that are asked for.
void TextPlaces::follow() {
    followed_ = true;
    const Span whole = scalar_.span();
    if (whole.size() < 2) return;
    const SourceFile& file = sources_->file_of(whole);
    const std::string_view text = scalar_.text();
    const std::string_view raw = file.slice(whole);
    if (raw.empty()) return;
    wrapping_ = json_ ? wrapping_of(scalar_, true) : wrapping_in_yaml(raw);
    const std::size_t quote = quote_of(wrapping_);
    as_it_is_ = wrapping_ != Wrapping::yaml_block && raw.size() == text.size() + 2 * quote &&
                raw.substr(quote, text.size()) == text;
    if (as_it_is_ || follow(file, text) || json_) return;
    written_.emplace(text, raw);
    if (written_->text().empty() || !follow(file, written_->text())) written_.reset();
}

bool TextPlaces::follow(const SourceFile& file, std::string_view text) {
    OriginWriter origin;
    Alignment aligned(text, origin);
    align_scalar(aligned, file, scalar_, wrapping_);
    if (!aligned.complete()) return false;
    text_ = std::make_unique<const SourceFile>("", text, 0, std::move(origin).finish(Wrapping::verbatim));
    return true;
}

}  // namespace flowc
