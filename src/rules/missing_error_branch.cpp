#include <vector>

#include "fixes/edited_text.hpp"
#include "rules/error_branches.hpp"
#include "rules/fix.hpp"
#include "rules/report.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo missing_error_branch{
    "missing-error-branch",
    Category::validity,
    Severity::error,
    "an action lacks an error branch that its type requires",
    "the service refuses the flow: \"Action is missing required error. Error: QueueAtCapacity, Path: Actions[0]\"",
    "seen at the service for most types; else AWS's reference, which exports agree with",
    "the requirement is newer than the flow: what was published before goes on running",
    true};

namespace {

/// The branches that are missing lead where the last one leads that is there, and else where the action goes on.
std::vector<Edit> add_branches(const Check& check, const Action& action, const std::vector<std::string_view>& names) {
    const Node transitions = check.flow.node(action.transitions);
    const Node errors = transitions.find("Errors");
    Node pattern;
    for (const Node branch : errors.items()) pattern = branch;
    std::vector<Edit> edits;
    if (const Node type = pattern.find("ErrorType")) {
        for (const std::string_view name : names)
            edits.push_back(fixes::append(*check.text, errors,
                                          fixes::edited(check.text->slice(pattern.span()),
                                                        {fixes::write_text(type, name)}, pattern.span().begin)));
        return edits;
    }
    const Node next = transitions.find("NextAction");
    if (errors.size() > 0 || !next.is_string()) return edits;
    std::string list;
    for (const std::string_view name : names)
        list += text({list.empty() ? "" : ", ", "{\"NextAction\": ", fixes::json_string(next.text()),
                      ", \"ErrorType\": ", fixes::json_string(name), "}"});
    edits.push_back(errors ? fixes::append(*check.text, errors, list)
                           : fixes::append(*check.text, transitions, "Errors", "[" + list + "]"));
    return edits;
}

}  // namespace

void check_missing_error_branch(Check& check, const Action& action) {
    const ActionInfo* row = check.row(action);
    if (!row) return;
    std::vector<std::string_view> missing;
    Evidence surest = Evidence::name_only;
    for (const ErrorInfo* error : missing_errors(check, action, *row)) {
        missing.push_back(error->name);
        if (error->evidence < surest) surest = error->evidence;
    }
    if (missing.empty() || replaced_error(check, action, *row)) return;
    Diagnostic& finding = report(check.diagnostics, missing_error_branch, surest, action.type_span,
                                 text({quote(row->name), " has no error branch ", listed(missing, "and"), "; add ",
                                       missing.size() == 1 ? "it" : "them", " to `Errors`"}));
    if (!check.text) return;
    std::vector<Edit> edits = add_branches(check, action, missing);
    if (!edits.empty()) offer(check, finding, text({"add ", listed(missing, "and")}), false, std::move(edits));
}

}  // namespace flowc::rules
