#include "flowdsl/ssml.hpp"

#include "flowdsl/rules.hpp"
#include "speech/ssml.hpp"

namespace flowc::dsl {

void check_ssml(std::string_view ssml, Span span, Diagnostics& diagnostics) {
    using speech::SsmlFault;
    speech::check_ssml(ssml, span, [&](SsmlFault fault, Span place, std::string message) {
        const bool unspoken = fault == SsmlFault::broken || fault == SsmlFault::no_speak;
        diagnostics.report(rules::ssml, place, std::move(message)).severity = unspoken ? Severity::error : Severity::warning;
    });
}

void check_ssml(Node scalar, Diagnostics& diagnostics) { check_ssml(scalar.text(), scalar.span(), diagnostics); }

}  // namespace flowc::dsl
