#include "flowdsl/words/ssml.hpp"

#include "flowdsl/rules.hpp"
#include "forms/text_places.hpp"
#include "speech/ssml.hpp"

namespace flowc::dsl {

void check_ssml(Node scalar, const Sources& sources, Diagnostics& diagnostics, Severity without_root) {
    using speech::SsmlFault;
    TextPlaces places(sources, scalar, false);
    speech::check_ssml(scalar.text(), [&](SsmlFault fault, std::size_t begin, std::size_t end, std::string message) {
        diagnostics.report(rules::ssml, places.at(begin, end - begin), std::move(message)).severity =
            fault == SsmlFault::broken     ? Severity::error
            : fault == SsmlFault::no_speak ? without_root
                                           : Severity::warning;
    });
}

}  // namespace flowc::dsl
