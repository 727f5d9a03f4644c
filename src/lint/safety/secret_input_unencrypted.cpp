#include "lint/lint.hpp"
#include "lint/safety/clear_inputs.hpp"
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
    for (const auto& [action, words, secret, logging] : lint.clear_inputs) {
        if (!secret) continue;
        Diagnostic& finding = lint.diagnostics.report(
            rules::secret_input_unencrypted, lint.places_in(words).at(secret->begin, secret->end - secret->begin),
            rules::text({"callers are asked for a ", secret->name, ", and it is kept in clear; encrypt the input"}));
        if (logging)
            finding.labels.push_back({logging->identifier_span, "logging is on since here: it is written there, too"});
    }
}

}  // namespace flowc::lint
