#include "lint/unset_attributes.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo attribute_misspelt{
    "attribute-misspelt",
    Category::data,
    Severity::warning,
    "an attribute is read that no flow sets, and one that is set differs by a slip of the hand",
    "the reference is empty: the caller hears a gap, and comparisons take the way of no match",
    "AWS's reference: an attribute that was never set is empty, and names are compared exactly",
    "something outside sets it under this very name: a Lambda or an agent's desktop by the API, or whoever starts the "
    "contact"};

}  // namespace flowc::rules

namespace flowc::lint {

void check_attribute_misspelt(const Lint& lint) {
    for (const auto& [use, meant] : unset_attributes(lint))
        if (!meant.empty())
            lint.diagnostics.report(
                rules::attribute_misspelt, lint.place_of(*use),
                rules::text({"no flow sets the attribute ", quote(use->key), "; did you mean ", quote(meant), "?"}));
}

}  // namespace flowc::lint
