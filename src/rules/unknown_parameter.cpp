#include "ir/placeholder.hpp"
#include "rules/fix.hpp"
#include "rules/parameter_names.hpp"
#include "rules/report.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo unknown_parameter{"unknown-parameter",
                                 Category::validity,
                                 Severity::error,
                                 "an action has a parameter that its type does not know",
                                 "the service refuses the flow: \"Invalid Action property name\"",
                                 "seen at the service for many types",
                                 "the parameter is newer than the catalogue",
                                 true};

void check_unknown_parameter(Check& check, const ParameterUse& use) {
    const bool free = use.parent ? use.parent->free_keys : use.row.free_parameters;
    if (free || has_placeholder(use.key.text())) return;
    const ObjectUse owner{use.action, use.row, use.owner, {}, use.siblings, {}, use.parent, false};
    const MeantName meant = meant_parameter(check, owner, use.key.text());
    std::string advice;
    if (!meant.name.empty()) {
        advice = meant.known ? text({"; write `", meant.name, "`"}) : text({"; did you mean `", meant.name, "`?"});
    }
    if (!meant.note.empty()) advice += text({meant.name.empty() ? "; " : ": ", meant.note});
    if (advice.empty() && use.siblings.empty()) advice = "; it takes none";
    const Evidence evidence = use.parent ? weaker(use.row.evidence, use.parent->evidence) : use.row.evidence;
    const std::string_view where = use.parent && !use.parent->name.empty() ? use.parent->name : use.row.name;
    Diagnostic& finding = report(check.diagnostics, unknown_parameter, evidence, use.key.span(),
                                 text({"unknown parameter ", quote(use.key.text()), " of ", quote(where), advice}));
    const bool is_name_here = meant.name.find('.') == std::string_view::npos && !use.owner.find_key(meant.name);
    if (is_name_here) offer_word(check, finding, use.key, meant.name, meant.known && meant.note.empty());
}

}  // namespace flowc::rules
