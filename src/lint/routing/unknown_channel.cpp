#include <algorithm>

#include "diagnostics/suggest.hpp"
#include "fixes/json_edit.hpp"
#include "lint/channels.hpp"
#include "lint/lint.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo unknown_channel{
    "unknown-channel",
    Category::routing,
    Severity::warning,
    "a condition compares the channel with a word that no channel has",
    "the branch is never taken: contacts that it was made for go the way of no match",
    "AWS's reference: the channel is `VOICE`, `CHAT`, `TASK` or `EMAIL`, and texts are compared exactly, capitals too",
    "never, as far as is known"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// Whether an action compares the channel and nothing else.
bool compares_channel(const Lint& lint, const Action& action) {
    const ActionInfo* row = lint.row(action);
    if (!row) return false;
    for (const ParameterInfo& parameter : row->parameters)
        if (rules::wants_reference(parameter))
            return lint.parameters(action).find(parameter.name).text() == "$.Channel";
    return false;
}

}  // namespace

void check_unknown_channel(const Lint& lint) {
    for (const Action& action : lint.flow.actions) {
        if (!compares_channel(lint, action)) continue;
        for (const Transition& branch : lint.flow.transitions_of(action, Transition::Kind::condition)) {
            if (branch.label != "Equals" || branch.operands == no_node) continue;
            const Node operands = lint.flow.node(branch.operands);
            if (operands.size() != 1) continue;
            const Node operand = *operands.items().begin();
            const auto word = rules::literal(operand);
            if (!word || std::find(channel_words.begin(), channel_words.end(), *word) != channel_words.end()) continue;
            const std::string_view meant = nearest(*word, channel_words);
            Diagnostic& found = lint.diagnostics.report(
                rules::unknown_channel, operand.span(),
                rules::text({"no channel is called ", quote(*word), "; ",
                             meant.empty() ? rules::text({"write ", list(channel_words, "or")})
                                           : rules::text({"did you mean ", quote(meant), "?"})}));
            if (!meant.empty() && !lint.compiled())
                found.fixes.push_back(
                    {rules::text({"write ", quote(meant)}), false, {fixes::write_text(operand, meant)}});
        }
    }
}

}  // namespace flowc::lint
