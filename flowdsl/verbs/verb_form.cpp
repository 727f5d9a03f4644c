#include "flowdsl/verbs/verb_form.hpp"

#include <algorithm>
#include <vector>

#include "diagnostics/suggest.hpp"

namespace flowc::dsl {

const VerbForm* read_form(StepContext& step, std::span<const VerbForm> forms) {
    const VerbInfo& verb = step.verb();
    std::vector<std::string_view> words;
    for (const VerbForm& form : forms) words.push_back(form.word);
    const auto word = step.read_word(step.value(), verb.name, words);
    if (!word) {
        for (const OptionInfo& option : verb.options)
            if (option.kind == OptionKind::target) step.target(option.name, step.next());
        step.on_error();
        return nullptr;
    }
    const VerbForm& form =
        *std::find_if(forms.begin(), forms.end(), [&](const VerbForm& one) { return one.word == *word; });
    for (const OptionInfo& option : verb.options) {
        const Node written = step.option(option.name);
        if (!written || std::find(form.options.begin(), form.options.end(), option.name) != form.options.end())
            continue;
        step.error(rules::conflicting_options, written.span().empty() ? step.span() : written.span(),
                   "`" + std::string{option.name} + "` says nothing with `" + std::string{verb.name} + ": " +
                       std::string{form.word} + "`, which takes " + list(form.options, "and") + "; remove it");
    }
    return &form;
}

void expect_option(StepContext& step, const VerbForm& form, std::string_view option, std::string_view example) {
    if (step.option(option)) return;
    step.error(rules::missing_option, step.span(),
               "`" + std::string{step.verb().name} + ": " + std::string{form.word} + "` needs `" + std::string{option} +
                   "`, as in `" + std::string{option} + ": " + std::string{example} + "`");
}

}  // namespace flowc::dsl
