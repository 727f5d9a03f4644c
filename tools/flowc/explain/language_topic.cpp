#include "explain/language_topic.hpp"

#include <algorithm>

#include "explain/language_section.hpp"
#include "flowc/catalogue.hpp"
#include "flowc/language.hpp"
#include "source/ascii.hpp"

namespace flowc::cli {

namespace {

constexpr LanguageTopic topics[] = {
    {"flow", "A flow", "the keys of a flow's head"},
    {"types", "Flow types", "the kinds of flows, the shortest of each"},
    {"steps", "Steps and targets", "what a step is, and what every verb takes"},
    {"targets", "Targets", "where a step can lead: a block, a word such as `hangup`, a list of steps"},
    {"messages", "Messages", "texts, SSML and recordings"},
    {"values", "Other values", "durations, switches, JSON data"},
    {"references", "References", "what `{name}` in a text can stand for, and `${name}`"},
    {"failures", "When something fails", "where failures lead, and `on_error`"},
    {"names", "Names of resources", "how a flow names queues, hours, prompts and functions"},
    {"env", "Names of resources", "the environment file, which knows what is behind the names"},
    {"flows", "Several flows", "several flows in one file, and `defaults`"},
    {"modules", "Modules", "flows that others run and that come back"},
    {"project", "Several files: the project", "flows of several files, `include` and `flowc.yaml`"},
    {"output", "What comes out", "identifiers, order and layout of the JSON"},
    {"yaml", "YAML in five rules", "what to know of YAML"},
    {"allow", "Silencing a warning", "how to silence a warning at its place"},
    {"rules", "The rules", "what the language itself reports"},
};

/// A word of the language that is neither a verb nor a topic, and what tells of it.
struct ToldWord {
    std::string_view word;
    std::string_view teller;
};

constexpr ToldWord told_words[] = {
    {"accepts", "modules"},  {"at", "steps"},        {"bind", "env"},          {"blocks", "flow"},
    {"define", "use"},       {"defaults", "flows"},  {"description", "flow"},  {"flowc.yaml", "project"},
    {"id", "steps"},         {"include", "project"}, {"inputs", "flow"},       {"next", "targets"},
    {"none", "targets"},     {"note", "steps"},      {"on_error", "failures"}, {"params", "use"},
    {"produces", "modules"}, {"repeat", "targets"},  {"results", "modules"},   {"start", "flow"},
    {"type", "types"},       {"vars", "references"}, {"with", "use"},          {"words", "menu"},
};

/// A heading as links name it.
std::string anchor_of(std::string_view heading) {
    std::string anchor;
    for (const char c : heading) {
        if (c == ' ') anchor += '-';
        else if (is_name_character(c)) anchor += lower_case(c);
    }
    return anchor;
}

}  // namespace

std::span<const LanguageTopic> language_topics() { return topics; }

const LanguageTopic* find_language_topic(std::string_view word) {
    for (const LanguageTopic& topic : topics)
        if (topic.name == word || topic.heading == word) return &topic;
    return nullptr;
}

std::string_view teller_of(std::string_view word) {
    for (const ToldWord& told : told_words)
        if (told.word == word) return told.teller;
    for (const FlowTypeInfo& type : flow_types())
        if (type.dsl == word) return "types";
    return {};
}

std::string_view asked_as(std::string_view anchor) {
    for (const LanguageTopic& topic : topics)
        if (anchor_of(topic.heading) == anchor) return topic.name;
    for (const LanguageVerb& verb : language_verbs())
        if (anchor_of(heading_of(language_section(verb.name))) == anchor) return verb.name;
    return {};
}

void explain_topic(Page& page, const LanguageTopic& topic) {
    page.title(topic.heading);
    for (const std::string_view section : language_sections())
        if (heading_of(section) == topic.heading) print_section(page, section);
}

}  // namespace flowc::cli
