#include <algorithm>
#include <vector>

#include "rules/fix.hpp"
#include "rules/report.hpp"
#include "rules/rule.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo unknown_action_type{
    "unknown-action-type",
    Category::validity,
    Severity::error,
    "an action's type is none that is known",
    "the service refuses the flow: \"Invalid Action type. Type: X\"",
    "seen at the service for several wrong names; a type that resembles nothing known may be new, so it is a warning",
    "the action is newer than the catalogue",
    true};

namespace {

std::string_view nearest_type(std::string_view name) {
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> result;
        result.reserve(actions().size());
        for (const ActionInfo& row : actions()) result.push_back(row.name);
        return result;
    }();
    return nearest(name, names);
}

}  // namespace

void check_unknown_action_type(Check& check, const Action& action) {
    if (action.type != ActionType::unknown || action.type_name.empty()) return;
    const Node node = check.flow.node(action.node);
    if (node && is_opaque(node.find("Type"))) return;
    const std::string name = quote(action.type_name);
    const std::span<const WrongName> wrong = wrong_action_names();
    const auto known =
        std::find_if(wrong.begin(), wrong.end(), [&](const WrongName& row) { return row.name == action.type_name; });
    if (known != wrong.end()) {
        Diagnostic& finding =
            check.diagnostics.report(unknown_action_type, action.type_span,
                                     text({"there is no action type ", name,
                                           known->instead.empty() ? "" : text({"; write `", known->instead, "`"}),
                                           known->note.empty() ? "" : text({": ", known->note})}));
        offer_word(check, finding, node.find("Type"), known->instead, known->note.empty());
        return;
    }
    const std::string_view meant = check.suggests_for(action) ? nearest_type(action.type_name) : std::string_view{};
    if (!meant.empty()) {
        Diagnostic& finding =
            check.diagnostics.report(unknown_action_type, action.type_span,
                                     text({"there is no action type ", name, "; did you mean `", meant, "`?"}));
        offer_word(check, finding, node.find("Type"), meant);
        return;
    }
    check.diagnostics
        .report(unknown_action_type, action.type_span,
                text({"the action type ", name, " is not known here; its parameters and branches cannot be checked"}))
        .severity = Severity::warning;
}

}  // namespace flowc::rules
