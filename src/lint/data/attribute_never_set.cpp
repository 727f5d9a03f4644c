#include "lint/unset_attributes.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo attribute_never_set{
    "attribute-never-set",
    Category::data,
    Severity::note,
    "an attribute is read, and no flow of the project sets it",
    "the reference is empty: the caller hears a gap, and comparisons take the way of no match",
    "AWS's reference: an attribute that was never set is empty",
    "something outside sets it, which is common: a Lambda or an agent's desktop by the API, or whoever starts the "
    "contact",
    false,
    false};

}  // namespace flowc::rules

namespace flowc::lint {

void check_attribute_never_set(const Lint& lint) {
    for (const auto& [use, meant] : unset_attributes(lint))
        if (meant.empty())
            lint.report(use->action, rules::attribute_never_set, lint.place_of(*use),
                        rules::text({"no flow sets the attribute ", quote(use->key), "; set it before it is read"}));
}

}  // namespace flowc::lint
