#include <algorithm>
#include <vector>

#include "fixes/edited_text.hpp"
#include "ir/condition.hpp"
#include "rules/branches.hpp"
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

bool is_required(const Check& check, const Action& action, const ErrorInfo& error) {
    if (error.required == Requirement::always) return true;
    return error.required == Requirement::when && !error.when.empty() &&
           holds(check.flow, action, check.flow.node(action.parameters), error.when) == Truth::yes;
}

/// Whether a branch stands there that was probably meant: it is reported as foreign.
bool is_meant(const Check& check, const Action& action, const ActionInfo& row, std::string_view name) {
    std::vector<std::string_view> names;
    for (const ErrorInfo& error : row.errors) names.push_back(error.name);
    for (const Transition& branch : check.flow.transitions_of(action, Transition::Kind::error)) {
        if (nearest(branch.label, names) == name) return true;
    }
    return false;
}

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
    const auto branches = check.flow.transitions_of(action, Transition::Kind::error);
    std::vector<std::string_view> missing;
    Evidence surest = Evidence::name_only;
    for (const ErrorInfo& error : row->errors) {
        if (error.required == Requirement::never) continue;
        const bool there = std::any_of(branches.begin(), branches.end(),
                                       [&](const Transition& branch) { return branch.label == error.name; });
        if (there || !is_required(check, action, error) || is_meant(check, action, *row, error.name)) continue;
        missing.push_back(error.name);
        if (error.evidence < surest) surest = error.evidence;
    }
    if (missing.empty() || !is_whole_list(check, action, "Errors")) return;
    Diagnostic& finding = report(check.diagnostics, missing_error_branch, surest, action.type_span,
                                 text({quote(row->name), " has no error branch ", listed(missing, "and"), "; add ",
                                       missing.size() == 1 ? "it" : "them", " to `Errors`"}));
    if (!check.text) return;
    std::vector<Edit> edits = add_branches(check, action, missing);
    if (!edits.empty()) offer(check, finding, text({"add ", listed(missing, "and")}), false, std::move(edits));
}

}  // namespace flowc::rules
