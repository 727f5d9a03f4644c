#include "lint/speech/markup.hpp"

namespace flowc::rules {

const RuleInfo ssml_broken{"ssml-broken",
                           Category::speech,
                           Severity::warning,
                           "speech markup that is not well-formed",
                           "the prompt fails in the call: the caller hears nothing, or goes the way of an error",
                           "AWS's reference: markup is handed to Amazon Polly, which speaks well-formed SSML alone; "
                           "not known to be checked when a flow is created",
                           "never, as far as is known"};

}  // namespace flowc::rules

namespace flowc::lint {

void check_ssml_broken(const Lint& lint) { report_markup(lint, rules::ssml_broken, speech::SsmlFault::broken); }

}  // namespace flowc::lint
