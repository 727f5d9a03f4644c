#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/run_time_value.hpp"

#include "source/ascii.hpp"

namespace flowc::dsl {

namespace {

/// `en-US`, `es-419`, `cmn-CN`, `arb`: a language in small letters, and parts after `-`.
bool is_locale(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size() && text[i] >= 'a' && text[i] <= 'z') ++i;
    if (i < 2 || i > 3) return false;
    while (i < text.size()) {
        if (text[i] != '-') return false;
        const std::size_t begin = ++i;
        while (i < text.size() && (is_letter(text[i]) || (text[i] >= '0' && text[i] <= '9'))) ++i;
        if (i - begin < 2 || i - begin > 8) return false;
    }
    return true;
}

/// `en-us` as the service writes it: a region of two letters has capitals.
std::string as_usual(std::string_view locale) {
    std::string usual{locale};
    const std::size_t region = usual.size() < 3 ? 0 : usual.size() - 2;
    if (region == 0 || usual[region - 1] != '-') return usual;
    for (std::size_t i = region; i < usual.size(); ++i)
        if (usual[i] >= 'a' && usual[i] <= 'z') usual[i] = static_cast<char>(usual[i] - 'a' + 'A');
    return usual;
}

}  // namespace

static void lower(StepContext& step) {
    const auto locale = step.read_text(step.value(), "language");
    if (locale && !is_run_time_value(step.value()) && !is_locale(*locale))
        step.error(rules::bad_value, step.value().span(),
                   quote(*locale) + " is not a locale; write a language and a region such as `en-US`");
    else if (const std::string usual = locale ? as_usual(*locale) : std::string{};
             locale && usual != *locale && !is_run_time_value(step.value()))
        step.warn(rules::bad_value, step.value().span(),
                  "the service writes a region in capitals, and what reads the language may not know " +
                      quote(*locale) + "; write `" + usual + "`");
    ActionDraft& language = step.action(ActionType::UpdateContactData);
    language.sets_language = true;
    language.foreign_language = locale && !is_run_time_value(step.value()) && !locale->starts_with("en");
    step.parameters(language).text("LanguageCode", locale.value_or(""), step.value().span());
    step.leads_to(language, step.next());
    step.error_branch(language, "NoMatchingError", step.on_error());
}

static constexpr ActionType types[] = {ActionType::UpdateContactData};

extern const VerbInfo verb_language;
const VerbInfo verb_language{
    .name = "language",
    .section = "Talk",
    .summary = "sets the language of the contact",
    .value = OptionKind::text,
    .failure = Failure::next,
    .types = types,
    .example = "language: es-US",
    .lower = lower,
};

}  // namespace flowc::dsl
