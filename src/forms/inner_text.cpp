#include "forms/inner_text.hpp"

#include <utility>

#include "forms/scalar_origin.hpp"

namespace flowc {

void InnerText::add(Node scalar) {
    wrapping_ = wrapping_of(scalar, json_);
    add_scalar(origin_, sources_.file(file_), scalar, wrapping_);
    text_ += scalar.text();
}

void InnerText::add_unknown(std::string_view name, Span outside) {
    const std::size_t begin = text_.size();
    text_.append("${").append(name).append("}");
    origin_.add(text_.size() - begin, outside);
}

void InnerText::add_bytes(Span outside) {
    const std::string_view bytes = sources_.file(file_).slice(outside);
    origin_.add(bytes.size(), outside);
    text_ += bytes;
}

FileId InnerText::finish() && { return sources_.add_inside(file_, text_, std::move(origin_).finish(wrapping_)); }

}  // namespace flowc
