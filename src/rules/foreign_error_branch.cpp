#include <algorithm>
#include <vector>

#include "ir/placeholder.hpp"
#include "rules/error_branches.hpp"
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

/// Whether there is a branch for an error of the type.
bool has_branch(const Check& check, const ActionInfo& row, std::string_view error) {
    const ErrorInfo* known = find_error(row, error);
    return known && (check.branches.known_errors & bit_of(row, *known)) != 0;
}

/// A branch that cannot run is taken out; one that was meant as another gets that one's name.
void offer_fix(const Check& check, const Action& action, const ActionInfo& row, const Transition& branch,
               std::string_view meant, std::span<const std::string_view> more, Diagnostic& finding) {
    const Node node = check.flow.node(branch.node);
    if (std::vector<Edit> edits = add_branches_like(check, action, branch, more); !edits.empty()) {
        edits.push_back(fixes::write_text(node.find("ErrorType"), meant));
        offer(check, finding, text({"write ", quote(meant), ", and add ", listed(more, "and")}), false,
              std::move(edits));
        return;
    }
    if (!meant.empty() && !has_branch(check, row, meant))
        return offer_word(check, finding, node.find("ErrorType"), meant);
    if (!node) return;
    // While another branch is missing, this one's target may be what somebody wants of that one.
    const bool certain =
        finding.severity == Severity::error && meant.empty() && check.branches.missing_errors == 0 && !check.contested;
    offer(check, finding, text({"take the branch ", quote(branch.label), " out"}), certain,
          {fixes::remove(check.flow.node(action.transitions).find("Errors"), node)});
}

/// What to do about an error that the type does not have.
std::string advice(const Check& check, const Action& action, const ActionInfo& row, std::string_view meant) {
    if (!meant.empty()) return text({"; did you mean `", meant, "`?"});
    if (row.errors.empty()) return "; the type has none, take it out";
    std::vector<std::string_view> names;
    for (const ErrorInfo& known : row.errors)
        if (!is_forbidden(check, action, known)) names.push_back(known.name);
    return text({"; the type has ", listed(names, "and")});
}

}  // namespace

void check_foreign_error_branch(Check& check, const Action& action) {
    const ActionInfo& row = info(action.type);
    const std::span<const Transition> branches = check.branches.errors;
    for (const Transition& transition : branches) {
        if (transition.label.empty()) continue;
        const ErrorInfo* error = find_error(row, transition.label);
        if (error ? !is_forbidden(check, action, *error) : has_placeholder(transition.label)) continue;
        const bool refused = std::find(row.refused_errors.begin(), row.refused_errors.end(), transition.label) !=
                             row.refused_errors.end();
        Evidence evidence = error ? error->evidence : refused ? Evidence::live : row.evidence;
        std::string_view meant = error ? std::string_view{} : meant_error(row, transition.label);
        std::string what_to_do = error ? "; take it out" : advice(check, action, row, meant);
        std::vector<std::string_view> more;  // that are missing, too
        if (meant.empty() && check.branches.meant_for_missing && (!error || branches.size() == 1)) {
            for (const ErrorInfo* missing : errors_of(row, check.branches.missing_errors)) {
                evidence = std::min(evidence, missing->evidence);
                more.push_back(missing->name);
            }
            what_to_do =
                text({"; write ", listed(more, "and"), ", which ", more.size() == 1 ? "is" : "are", " missing"});
            meant = more.front();
            more.erase(more.begin());
        }
        Diagnostic& finding = report(check.diagnostics, foreign_error_branch, evidence, transition.label_span,
                                     text({error ? "this form of " : "", quote(row.name), " has no error branch ",
                                           quote(transition.label), what_to_do}));
        offer_fix(check, action, row, transition, meant, more, finding);
    }
}

}  // namespace flowc::rules
