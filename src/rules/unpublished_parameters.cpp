#include <vector>

#include "rules/requirements.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo unpublished_parameters{
    "unpublished-parameters",
    Category::validity,
    Severity::warning,
    "an action has parameters that nobody has published",
    "they cannot be checked here; only the service can say whether it takes them",
    "the catalogue's entry of the type says that its keys, or some of them, are not known",
    "the parameters are right: nobody has published them"};

void check_unpublished_parameters(Check& check, const ObjectUse& use) {
    std::vector<std::string_view> unknown;
    Span first;
    for (const auto [key, value] : use.object.entries()) {
        if (find_parameter(use.properties, key.text())) continue;
        if (unknown.empty()) first = key.span();
        unknown.push_back(key.text());
    }
    if (unknown.empty()) {
        if (!use.parent && use.properties.empty())
            check.diagnostics.report(unpublished_parameters, use.action.type_span,
                                     text({"nobody has published the parameters of ", subject(use),
                                           "; whether the service takes it without any is not known"}));
        return;
    }
    check.diagnostics.report(unpublished_parameters, first,
                             text({"nobody has published ", use.properties.empty() ? "the" : "all", " parameters of ",
                                   subject(use), "; ", listed(unknown, "and"), " cannot be checked"}));
}

}  // namespace flowc::rules
