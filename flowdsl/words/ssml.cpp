#include "flowdsl/words/ssml.hpp"

#include "flowdsl/rules.hpp"
#include "forms/text_places.hpp"
#include "speech/ssml.hpp"

namespace flowc::dsl {

void check_ssml(Node scalar, const Sources& sources, Diagnostics& diagnostics) {
    using speech::SsmlFault;
    TextPlaces places(sources, scalar, false);
    speech::check_ssml(scalar.text(), [&](SsmlFault fault, std::size_t begin, std::size_t end, std::string message) {
        const bool unspoken = fault == SsmlFault::broken || fault == SsmlFault::no_speak;
        diagnostics.report(rules::ssml, places.at(begin, end - begin), std::move(message)).severity =
            unspoken ? Severity::error : Severity::warning;
    });
}

}  // namespace flowc::dsl
