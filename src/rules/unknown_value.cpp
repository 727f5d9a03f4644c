#include <algorithm>

#include "rules/conditions.hpp"
#include "rules/fix.hpp"
#include "rules/report.hpp"
#include "rules/rule.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"
#include "source/ascii.hpp"

namespace flowc::rules {

const RuleInfo unknown_value{
    "unknown-value",
    Category::validity,
    Severity::error,
    "a parameter has a word that is not one of its list",
    "the service refuses the flow: \"Invalid Action property value\"",
    "AWS's reference has the list; other words than the listed ones were seen refused for some",
    "the word is newer than the catalogue",
    true};

void check_unknown_value(Check& check, const ParameterUse& use, const ParameterInfo& info) {
    if (!use.value.is_scalar()) return;
    for (const WrongName& wrong : info.wrong_values) {
        if (wrong.name != use.value.text()) continue;
        Diagnostic& finding = report(check.diagnostics, unknown_value, info.evidence, use.value.span(),
                                     text({"the service does not take ", quote(wrong.name),
                                           wrong.instead.empty() ? "" : text({"; write `", wrong.instead, "`"}),
                                           wrong.note.empty() ? "" : text({": ", wrong.note})}));
        offer_word(check, finding, use.value, wrong.instead, wrong.note.empty());
        return;
    }
    const bool closed = info.kind == ParameterKind::enumeration || info.kind == ParameterKind::boolean;
    const std::span<const std::string_view> words = info.values.empty() ? info.words : info.values;
    if (!closed || words.empty()) return;
    const std::optional<std::string_view> word = literal(use, info);
    if (!word || contains(words, *word)) return;
    const bool text_expected = use.value.is_string() && info.json_type != JsonType::boolean;
    const auto same =
        std::find_if(words.begin(), words.end(), [&](std::string_view known) { return same_word(known, *word); });
    if (same != words.end()) {
        // A JSON boolean is a matter of its type; of words in another case nobody has published a refusal.
        if (!text_expected) return;
        Diagnostic& finding = check.diagnostics.report(unknown_value, use.value.span(),
                                                       text({"the console writes `", *same, "`, not ", quote(*word),
                                                             "; whether the service takes that is not published"}));
        finding.severity = Severity::warning;
        offer_word(check, finding, use.value, *same);
        return;
    }
    std::string_view meant = nearest(*word, words);
    // What stands beside it may tell.
    const bool says_form = !use.parent && check.supposed.path == info.name;
    const bool told = meant.empty() && says_form && !check.supposed.word.empty();
    if (told) meant = check.supposed.word;
    const bool has_spelling = info.kind == ParameterKind::boolean && !info.words.empty();
    Diagnostic& finding =
        report(check.diagnostics, unknown_value, info.evidence, use.value.span(),
               text({called(use.key), " does not take ", quote(*word),
                     meant.empty() ? text({"; write ", listed(has_spelling ? info.words : words, "or")})
                     : told        ? text({"; write `", meant, "`, as the branches and parameters beside it are"})
                                   : text({"; did you mean `", meant, "`?"})}));
    if (use.value.is_string()) offer_word(check, finding, use.value, meant);
}

}  // namespace flowc::rules
