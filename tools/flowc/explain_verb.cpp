#include "explain_verb.hpp"

#include <vector>

#include "catalogue_words.hpp"
#include "language_section.hpp"
#include "markdown.hpp"

namespace flowc::cli {

namespace {

void explain_option(Page& page, const LanguageOption& option) {
    std::string line = std::string(option.name) + ": " + std::string(option.takes);
    if (!option.words.empty()) line += ", " + listed(option.words);
    if (!option.limits.empty()) line += ", " + option.limits;
    if (option.required) line += "; required";
    if (!option.default_value.empty()) line += "; default `" + std::string(option.default_value) + "`";
    page.paragraph(line, 2, 4);
    page.paragraph(option.summary, 6);
}

void explain_types(Page& page, const LanguageVerb& verb) {
    page.heading("Becomes");
    if (verb.types.empty())
        page.paragraph(verb.name == "use" ? "what the definition holds" : "the action that it names", 2);
    for (const ActionType type : verb.types) {
        const ActionInfo& action = info(type);
        page.paragraph(std::string(action.name) + (action.block.empty() ? "" : ": " + std::string(action.block)), 2);
        if (action.free_parameters)
            page.paragraph("nobody has published all of its parameters; `action: " + std::string(action.name) +
                               "` writes what an export of yours has",
                           6);
    }
}

}  // namespace

void explain_verb(Page& page, const LanguageVerb& verb) {
    page.title(std::string(verb.name) + ": " + std::string(verb.section));
    page.paragraph(verb.summary);
    const std::string_view section = language_section(verb.name);
    if (!section.empty()) print_markdown(page, section.substr(section.find('\n') + 1), 2);
    page.heading("Value");
    page.paragraph(std::string(verb.takes) + (verb.value_optional ? ", or nothing" : ""), 2);
    page.heading("Options");
    for (const LanguageOption& option : verb.options) explain_option(page, option);
    std::vector<std::string_view> common;
    for (const LanguageOption& option : language_common_options()) common.push_back(option.name);
    page.paragraph((verb.options.empty() ? "those of every verb: " : "and those of every verb: ") + listed(common), 2);
    page.heading("A failure");
    page.paragraph(verb.failure, 2);
    explain_types(page, verb);
}

void list_verbs(Page& page) {
    static constexpr std::string_view sections[] = {"Talk",   "Ask",       "Decide", "Route",  "Remember",
                                                    "Record", "Integrate", "Chat",   "Control"};
    page.title("The verbs of the flow language");
    for (const std::string_view section : sections) {
        page.heading(section);
        for (const LanguageVerb& verb : language_verbs())
            if (verb.section == section) page.paragraph(std::string(verb.name) + ": " + std::string(verb.summary), 2, 4);
    }
}

}  // namespace flowc::cli
