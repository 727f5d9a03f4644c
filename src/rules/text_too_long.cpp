#include "rules/rule.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo text_too_long{"text-too-long",
                             Category::validity,
                             Severity::warning,
                             "a text is longer than its parameter is said to take",
                             "the flow is created, and the action may fail when a contact gets to it",
                             "AWS's pages give the lengths; nobody has published a refusal for one",
                             "AWS counts the billed characters of markup alone, which are fewer"};

void check_text_too_long(Check& check, const ParameterUse& use, const ParameterInfo& info) {
    if (!use.value.is_string()) return;
    const std::string_view value = use.value.text();
    const std::size_t most = *info.max_length;
    if (value.size() <= most || use.form == ValueForm::placeholder) return;
    const std::size_t length = characters(value);
    if (length <= most) return;
    check.diagnostics.report(text_too_long, use.value.span(),
                             text({called(use.key), " has ", std::to_string(length), " characters; ",
                                   std::to_string(most), " are documented"}));
}

}  // namespace flowc::rules
