#include "lint/safety/secret_input.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo secret_input_unencrypted{
    "secret-input-unencrypted",
    Category::safety,
    Severity::warning,
    "callers are asked for a secret, and what they enter is kept in clear",
    "a PIN or a card number stands readable in the contact, for every Lambda, log and person that sees it",
    "AWS's reference: an input stores digits as they were pressed, and encrypts them where it is given a key",
    "the words name the secret and ask for something else, such as its last digits"};

}  // namespace flowc::rules

namespace flowc::lint {

void check_secret_input_unencrypted(const Lint& lint) {
    std::vector<const Action*> logging;
    for (ActionId id = 0; id < lint.flow.actions.size(); ++id) {
        const Action& action = lint.flow.actions[id];
        if (!lint.graph.reachable(id) || !stores_in_clear(lint, action)) continue;
        const Prompt prompt = prompt_of(lint, action);
        const auto secret = secret_of(lint, prompt);
        if (!secret) continue;
        if (logging.empty()) logging = logging_at(lint);
        Diagnostic& finding = lint.diagnostics.report(
            rules::secret_input_unencrypted, lint.places_in(prompt.words).at(secret->begin, secret->end - secret->begin),
            rules::text({"callers are asked for a ", secret->name, ", and it is kept in clear; encrypt the input"}));
        if (logging[id])
            finding.labels.push_back(
                {logging[id]->identifier_span, "logging is on since here: it is written there, too"});
    }
}

}  // namespace flowc::lint
