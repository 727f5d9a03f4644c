#include "command.hpp"
#include "explain/explain_action.hpp"
#include "explain/explain_verb.hpp"
#include "explain/language_topic.hpp"
#include "explain/markdown.hpp"
#include "explain/rule_page.hpp"
#include "flowc/diagnostic.hpp"
#include "nearest_name.hpp"
#include "output/output.hpp"
#include "source/ascii.hpp"

namespace flowc::cli {

namespace {

void explain_rule(Page& page, const RuleInfo& rule) {
    if (const RulePage* written = find_rule_page(rule.id)) return print_markdown(page, written->markdown);
    page.title(rule.id);
    page.paragraph(rule.summary);
}

std::vector<std::string_view> all_names() {
    std::vector<std::string_view> names{"verbs"};
    for (const ActionInfo& action : actions()) names.push_back(action.name);
    for (const RuleInfo* rule : all_rules()) names.push_back(rule->id);
    for (const LanguageVerb& verb : language_verbs()) names.push_back(verb.name);
    for (const LanguageTopic& topic : language_topics()) names.push_back(topic.name);
    return names;
}

/// A word without the signs that join its parts, in small letters.
std::string letters_of(std::string_view word) {
    std::string letters;
    for (const char c : word)
        if (is_letter_or_digit(c)) letters += lower_case(c);
    return letters;
}

std::vector<std::string_view> verbs_with_option(std::string_view name) {
    std::vector<std::string_view> verbs;
    for (const LanguageVerb& verb : language_verbs())
        for (const auto& option : verb.options)
            if (option.name == name) verbs.push_back(verb.name);
    return verbs;
}

/// What to say about a name that is none of them.
std::string unknown(const std::string& name) {
    const std::string begin = "`" + name + "` is no verb, no topic, no action type and no rule";
    // A verb in another spelling is nearer than the action that it becomes.
    for (const LanguageVerb& verb : language_verbs())
        if (letters_of(verb.name) == letters_of(name))
            return begin + "; did you mean `" + std::string(verb.name) + "`?";
    for (const WrongName& wrong : wrong_action_names()) {
        if (wrong.name != name) continue;
        std::string text = begin;
        if (!wrong.instead.empty()) text += "; write `" + std::string(wrong.instead) + "`";
        if (!wrong.note.empty()) text += "; " + std::string(wrong.note);
        return text;
    }
    if (const std::string_view teller = teller_of(name); !teller.empty())
        return begin + "; `flowc explain " + std::string(teller) + "` tells of it";
    if (const std::vector<std::string_view> verbs = verbs_with_option(name); !verbs.empty())
        return begin + "; it is an option of " + one_of(verbs) + ", and `flowc explain " + std::string(verbs.front()) +
               "` tells of it";
    return begin + did_you_mean(name, all_names());
}

}  // namespace

ExitCode explain_command(const Arguments& arguments) {
    std::string name;
    ColorWhen color = ColorWhen::automatic;
    CommandLine line("explain",
                     "Tells all that is known of a verb, a topic of the flow language, an action type or a rule.");
    line.argument(
        "NAME", name,
        "a verb, such as `menu`, a topic, such as `references`, an action type, such as `Compare`, or a rule's "
        "id, such as `unknown-parameter`; `verbs` lists the verbs; without a name all verbs and topics are named",
        all_names);
    line.color(color);
    if (const auto code = line.parse(arguments)) return *code;

    Page page(use_color(color, posix::Stream::output));
    if (name.empty()) {
        list_verbs_and_topics(page);
    } else if (name == "verbs") {
        list_verbs(page);
    } else if (const LanguageVerb* verb = find_language_verb(name)) {
        explain_verb(page, *verb);
    } else if (const LanguageTopic* topic = find_language_topic(name)) {
        explain_topic(page, *topic);
    } else if (const RuleInfo* rule = find_rule(name)) {
        explain_rule(page, *rule);
    } else if (const ActionInfo* action = find_action(name)) {
        explain_action(page, *action);
    } else {
        return line.misused(unknown(name));
    }
    ExitCode code = ExitCode::ok;
    Output out(posix::Stream::output);
    out << page.text();
    out.flush(code);
    return code;
}

}  // namespace flowc::cli
