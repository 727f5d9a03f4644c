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
    add_instead(std::string("${").append(name).append("}"), outside);
}

void InnerText::add_sign(std::string_view sign, std::uint32_t outside) { add_instead(sign, {outside, outside}); }

void InnerText::add_instead(std::string_view bytes, Span outside) {
    origin_.add(bytes.size(), outside);
    text_ += bytes;
}

void InnerText::add_bytes(Span outside) { add_instead(sources_.file(file_).slice(outside), outside); }

FileId InnerText::finish() && { return sources_.add_inside(file_, text_, std::move(origin_).finish(wrapping_)); }

}  // namespace flowc
