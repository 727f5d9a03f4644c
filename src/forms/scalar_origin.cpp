#include "forms/scalar_origin.hpp"

namespace flowc {

Wrapping wrapping_of(Node scalar, bool json) {
    if (json) return scalar.style() == Style::double_quoted ? Wrapping::json_string : Wrapping::verbatim;
    switch (scalar.style()) {
        case Style::single_quoted: return Wrapping::yaml_single_quoted;
        case Style::double_quoted: return Wrapping::yaml_double_quoted;
        case Style::literal:
        case Style::folded: return Wrapping::yaml_block;
        case Style::plain: break;
    }
    return Wrapping::yaml_plain;
}

void align_scalar(Alignment& text, const SourceFile& file, Node scalar, Wrapping wrapping) {
    const Span span = scalar.span();
    switch (wrapping) {
        case Wrapping::verbatim: text.as_it_is(file.slice(span), span.begin); break;
        case Wrapping::json_string:
            scalar::align_json_string(text, file.slice({span.begin + 1, span.end - 1}), span.begin + 1);
            break;
        case Wrapping::yaml_single_quoted:
        case Wrapping::yaml_double_quoted:
            scalar::align_yaml_line(text, file.slice({span.begin + 1, span.end - 1}), span.begin + 1, wrapping);
            break;
        case Wrapping::yaml_plain: scalar::align_yaml_line(text, file.slice(span), span.begin, wrapping); break;
        case Wrapping::yaml_block:
            scalar::align_yaml_block(text, file.slice({span.begin, file.whole().end}), span.begin);
            break;
    }
}

bool add_scalar(OriginWriter& origin, const SourceFile& file, Node scalar, Wrapping wrapping) {
    const OriginWriter::Mark before = origin.mark();
    Alignment text(scalar.text(), origin);
    align_scalar(text, file, scalar, wrapping);
    if (text.complete()) return true;
    origin.go_back(before);
    origin.add(scalar.text().size(), scalar.span());
    return false;
}

}  // namespace flowc
