#include <algorithm>
#include <vector>

#include "ir/condition.hpp"
#include "ir/placeholder.hpp"
#include "rules/fix.hpp"
#include "rules/report.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo foreign_error_branch{
    "foreign-error-branch",
    Category::validity,
    Severity::error,
    "an action has an error branch that its type, or this form of it, does not have",
    "the service refuses the flow: \"Invalid Action error. Error: NoMatchingError, Path: Actions[0]\"",
    "seen at the service: each type has its own closed set of errors",
    "AWS has added the error since the catalogue was written",
    true};

namespace {

bool is_forbidden(const Check& check, const Action& action, const ErrorInfo& error) {
    return !error.forbidden_when.empty() &&
           holds(check.flow, action, check.flow.node(action.parameters), error.forbidden_when) == Truth::yes;
}

/// A branch that cannot run is taken out; one that was meant as another gets that one's name.
void offer_fix(const Check& check, const Action& action, const Transition& branch, std::string_view meant,
               Diagnostic& finding) {
    const Node node = check.flow.node(branch.node);
    const auto branches = check.flow.transitions_of(action, Transition::Kind::error);
    const bool is_there =
        std::any_of(branches.begin(), branches.end(), [&](const Transition& one) { return one.label == meant; });
    if (!meant.empty() && !is_there) return offer_word(check, finding, node.find("ErrorType"), meant);
    const bool certain = finding.severity == Severity::error && meant.empty();
    if (node)
        offer(check, finding, text({"take the branch ", quote(branch.label), " out"}), certain,
              {fixes::remove(check.flow.node(action.transitions).find("Errors"), node)});
}

}  // namespace

void check_foreign_error_branch(Check& check, const Action& action) {
    const ActionInfo* row = check.row(action);
    if (!row) return;
    std::vector<std::string_view> names;
    for (const Transition& transition : check.flow.transitions_of(action, Transition::Kind::error)) {
        if (transition.label.empty()) continue;
        const auto error = std::find_if(row->errors.begin(), row->errors.end(),
                                        [&](const ErrorInfo& known) { return known.name == transition.label; });
        if (error != row->errors.end()) {
            if (!is_forbidden(check, action, *error)) continue;
            Diagnostic& finding =
                report(check.diagnostics, foreign_error_branch, error->evidence, transition.label_span,
                       text({"this form of ", quote(row->name), " has no error branch ", quote(transition.label),
                             "; take it out"}));
            offer_fix(check, action, transition, {}, finding);
            continue;
        }
        if (has_placeholder(transition.label)) continue;
        if (names.empty()) {
            for (const ErrorInfo& known : row->errors) names.push_back(known.name);
        }
        const bool refused = std::find(row->refused_errors.begin(), row->refused_errors.end(), transition.label) !=
                             row->refused_errors.end();
        const std::string_view meant = nearest(transition.label, names);
        std::string advice = "; the type has none, take it out";
        if (!meant.empty()) advice = text({"; did you mean `", meant, "`?"});
        else if (!names.empty()) advice = text({"; the type has ", listed(names, "and")});
        Diagnostic& finding = report(
            check.diagnostics, foreign_error_branch, refused ? Evidence::live : row->evidence, transition.label_span,
            text({quote(row->name), " has no error branch ", quote(transition.label), advice}));
        offer_fix(check, action, transition, meant, finding);
    }
}

}  // namespace flowc::rules
