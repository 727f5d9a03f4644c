#include "lint/speech/markup.hpp"

namespace flowc::rules {

const RuleInfo ssml_idle_tag{"ssml-idle-tag",
                             Category::speech,
                             Severity::warning,
                             "a tag that does nothing as it is written, or more than the service allows",
                             "the pause, the spelling or the language that somebody wanted is not heard",
                             "AWS's list of SSML tags: what each needs, and breaks of at most 10 seconds",
                             "never, as far as is known"};

}  // namespace flowc::rules

namespace flowc::lint {

void check_ssml_idle_tag(const Lint& lint) { report_markup(lint, rules::ssml_idle_tag, speech::SsmlFault::idle_tag); }

}  // namespace flowc::lint
