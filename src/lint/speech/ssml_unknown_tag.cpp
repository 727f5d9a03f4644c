#include "lint/speech/markup.hpp"

namespace flowc::rules {

const RuleInfo ssml_unknown_tag{"ssml-unknown-tag",
                                Category::speech,
                                Severity::warning,
                                "a tag that the voice engine does not know",
                                "the tag does nothing, or the prompt fails in the call",
                                "AWS's list of SSML tags for Amazon Connect and Amazon Polly",
                                "a tag is newer than the list"};

}  // namespace flowc::rules

namespace flowc::lint {

void check_ssml_unknown_tag(const Lint& lint) {
    report_markup(lint, rules::ssml_unknown_tag, speech::SsmlFault::unknown_tag);
}

}  // namespace flowc::lint
