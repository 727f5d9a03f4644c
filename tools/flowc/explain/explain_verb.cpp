#include "explain/explain_verb.hpp"

#include <vector>

#include "explain/catalogue_words.hpp"
#include "explain/language_section.hpp"
#include "explain/language_topic.hpp"

namespace flowc::cli {

namespace {

/// `told`: what it does stands above already.
void explain_option(Page& page, const LanguageOption& option, bool told) {
    std::string line = std::string(option.name) + ": " + std::string(option.takes);
    if (!option.words.empty()) line += ", " + listed(option.words);
    if (!option.limits.empty()) line += ", " + option.limits;
    if (option.required) line += "; required";
    if (!option.default_value.empty()) line += "; default `" + std::string(option.default_value) + "`";
    page.paragraph(line, 2, 4);
    if (!told) page.paragraph(option.summary, 6);
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

constexpr std::string_view sections[] = {"Talk",   "Ask",       "Decide", "Route",  "Remember",
                                         "Record", "Integrate", "Chat",   "Control"};

}  // namespace

void explain_verb(Page& page, const LanguageVerb& verb) {
    page.title(std::string(verb.name) + ": " + std::string(verb.section));
    page.paragraph(verb.summary);
    const std::string_view section = language_section(verb.name);
    print_section(page, section);
    page.heading("Value");
    page.paragraph(std::string(verb.takes) + (verb.value_optional ? ", or nothing" : ""), 2);
    page.heading("Options");
    for (const LanguageOption& option : verb.options) explain_option(page, option, tells_of(section, option.name));
    std::vector<std::string_view> common;
    for (const LanguageOption& option : language_common_options()) common.push_back(option.name);
    page.paragraph((verb.options.empty() ? "those of every verb: " : "and those of every verb: ") + listed(common), 2);
    page.heading("A failure");
    page.paragraph(verb.failure, 2);
    explain_types(page, verb);
}

void list_verbs(Page& page) {
    page.title("The verbs of the flow language");
    for (const std::string_view section : sections) {
        page.heading(section);
        for (const LanguageVerb& verb : language_verbs())
            if (verb.section == section)
                page.paragraph(std::string(verb.name) + ": " + std::string(verb.summary), 2, 4);
    }
}

void list_verbs_and_topics(Page& page) {
    page.title("What `flowc explain NAME` tells of");
    page.heading("Verbs of the flow language; `flowc explain verbs` says what each does");
    for (const std::string_view section : sections) {
        std::vector<std::string_view> names;
        for (const LanguageVerb& verb : language_verbs())
            if (verb.section == section) names.push_back(verb.name);
        page.paragraph(std::string(section) + ": " + listed(names), 2, 4);
    }
    page.heading("Topics of the flow language");
    for (const LanguageTopic& topic : language_topics())
        page.paragraph(std::string(topic.name) + ": " + std::string(topic.summary), 2, 4);
    page.heading("And");
    page.paragraph("rules, such as `unbounded-retry`; `flowc rules` lists them", 2, 4);
    page.paragraph("action types of the service, such as `GetParticipantInput`", 2, 4);
}

}  // namespace flowc::cli
