#include "lint/speech/markup.hpp"

namespace flowc::rules {

const RuleInfo ssml_without_speak{
    "ssml-without-speak",
    Category::speech,
    Severity::warning,
    "speech markup whose root is not `<speak>`",
    "Amazon Polly takes markup only inside `<speak>`; whether the service adds it is not published",
    "AWS's reference of SSML in prompts; three published flows of the seed systems have such prompts and were accepted",
    "the service speaks it all the same"};

}  // namespace flowc::rules

namespace flowc::lint {

void check_ssml_without_speak(const Lint& lint) {
    report_markup(lint, rules::ssml_without_speak, speech::SsmlFault::no_speak);
}

}  // namespace flowc::lint
