#include "ir/condition.hpp"
#include "lint/lint.hpp"
#include "lint/safety/clear_inputs.hpp"

namespace flowc::rules {

const RuleInfo secret_input_logged{
    "secret-input-logged",
    Category::safety,
    Severity::note,
    "what callers enter is kept in clear while the flow is logged",
    "phone, account and other numbers of callers stand readable in the log, for as long as the log is kept",
    "AWS's guide: with logging on, what each block does and gets is written to CloudWatch; it advises to switch "
    "logging off "
    "before customers enter what is sensitive",
    "what is entered is nobody's secret, such as a choice or a postcode"};

}  // namespace flowc::rules

namespace flowc::lint {

void check_secret_input_logged(const Lint& lint) {
    for (const ClearInput& input : lint.clear_inputs) {
        const Action& action = lint.flow.actions[input.action];
        // One key is a choice, or ends what is spoken.
        if (has_effect(lint.flow, action, Effect::takes_one_key) == Truth::yes) continue;
        // What is asked for as a secret should not be kept in clear at all: another rule says so.
        if (!input.logging || input.secret) continue;
        lint.report(action, rules::secret_input_logged, action.identifier_span,
                    "what is entered here is written to the log in clear; switch logging off before, or encrypt it")
            .labels.push_back({input.logging->identifier_span, "logging is on since here"});
    }
}

}  // namespace flowc::lint
