#include "flowc/language.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "flowc/compile.hpp"

namespace flowc {
namespace {

/// A flow around a verb's example, of a type in which the verb may stand.
std::string flow_around(const LanguageVerb& verb) {
    std::string head = "flow: Example\n";
    std::string exit = "hangup";
    const auto type = [&](const char* word) {
        head += std::string{"type: "} + word + '\n';
        exit = "end";
    };
    if (verb.name == "dial" || verb.name == "delivery") type("campaign");
    if (verb.name == "loop_prompts" || verb.name == "end") type("customer-queue");
    if (verb.name == "call") type("outbound-whisper");
    std::string text = verb.name == "use" ? "define: greeting\nsteps: [{say: Welcome.}]\n---\n" : "";
    text += head + "inputs: [Product, OldContact, Mail, code]\non_error: " + exit + "\nstart:\n  - " +
            std::string{verb.example} + "\n  - " + exit + "\nblocks:\n";
    for (const char* block : {"closed", "person", "sales", "sorry", "survey", "to_queue"})
        text += std::string{"  "} + block + ": [" + exit + "]\n";
    return text;
}

/// The errors, except that of a verb whose example is only half of what it needs.
std::string errors_of(const LanguageVerb& verb) {
    Sources sources;
    CompileOptions options;
    options.names_may_be_unresolved = true;
    const std::string text = flow_around(verb);
    const CompileResult result = compile({"example.flow.yaml", text}, sources, options);
    std::string errors;
    for (const Diagnostic& item : result.diagnostics.items())
        if (item.severity == Severity::error && item.rule->id != "missing-option") errors += render_text(item, sources);
    return errors;
}

TEST(Language, TellsOfEveryVerb) {
    ASSERT_FALSE(language_verbs().empty());
    for (const LanguageVerb& verb : language_verbs()) {
        EXPECT_EQ(find_language_verb(verb.name), &verb);
        EXPECT_FALSE(verb.section.empty() || verb.summary.empty() || verb.example.empty()) << verb.name;
        EXPECT_FALSE(verb.failure.empty() || verb.takes.empty()) << verb.name;
        for (const LanguageOption& option : verb.options) {
            EXPECT_FALSE(option.summary.empty()) << verb.name << ' ' << option.name;
            EXPECT_EQ(find_language_verb(option.name), nullptr)
                << option.name << " of " << verb.name << " is a verb itself";
        }
    }
    EXPECT_EQ(find_language_verb("split_"), nullptr);
    EXPECT_EQ(find_language_verb(""), nullptr);
}

/// The verbs that headings of the reference name: `### priority, age`.
std::set<std::string> verbs_of_headings() {
    std::ifstream reference(std::string{FLOWC_SOURCE_DIR} + "/flowdsl/LANGUAGE.md");
    std::set<std::string> verbs;
    for (std::string line; std::getline(reference, line);) {
        if (!line.starts_with("### ")) continue;
        std::istringstream names(line.substr(4));
        for (std::string name; names >> name;) verbs.insert(name.substr(0, name.find(',')));
    }
    return verbs;
}

TEST(Language, HasAPartOfTheReferenceForEveryVerb) {
    const std::set<std::string> headings = verbs_of_headings();
    for (const LanguageVerb& verb : language_verbs())
        EXPECT_EQ(headings.count(std::string{verb.name}), 1u) << verb.name;
}

TEST(Language, ShowsExamplesThatAreNotWrong) {
    for (const LanguageVerb& verb : language_verbs()) {
        // Its result is one that the head of a module names.
        if (verb.name == "return") continue;
        EXPECT_EQ(errors_of(verb), "") << verb.name;
    }
}

/// Whether it is said of a text that something in it cannot fail.
bool cannot_fail(const std::string& text) {
    Sources sources;
    CompileOptions options;
    options.names_may_be_unresolved = true;
    const CompileResult result = compile({"example.flow.yaml", text}, sources, options);
    const auto& items = result.diagnostics.items();
    return std::any_of(items.begin(), items.end(),
                       [](const Diagnostic& item) { return item.message.find("cannot fail") != std::string::npos; });
}

TEST(Language, RefusesInTheHeadTheFailuresThatNoFormOfAVerbHas) {
    for (const LanguageVerb& verb : language_verbs()) {
        std::string with = std::string{verb.example};
        const std::string target = flow_around(verb).find("type:") != std::string::npos ? "end" : "hangup";
        if (with.ends_with('}') && with.starts_with('{')) with.insert(with.size() - 1, ", on_error: " + target);
        else with += (with.find(':') == std::string::npos ? ":\n    on_error: " : "\n    on_error: ") + target;
        std::string step = flow_around(verb);
        step.replace(step.find(std::string{"  - "} + std::string{verb.example}) + 4, verb.example.size(), with);
        std::string head = flow_around(verb);
        const std::string plain = "\non_error: " + target + '\n';
        head.replace(head.find(plain), plain.size(),
                     "\non_error: {" + std::string{verb.name} + ": " + target + ", else: " + target + "}\n");
        const bool fails_in_another_form = verb.name == "record";  // for one channel
        EXPECT_EQ(cannot_fail(head), cannot_fail(step) && !fails_in_another_form) << verb.name << '\n' << step << head;
    }
}

TEST(Language, TellsLimitsInTheUnitOfTheOption) {
    const LanguageVerb* authenticate = find_language_verb("authenticate");
    ASSERT_NE(authenticate, nullptr);
    EXPECT_EQ(authenticate->options.front().limits, "from 3m to 15m");
    const LanguageVerb* menu = find_language_verb("menu");
    ASSERT_NE(menu, nullptr);
    const auto tries = std::find_if(menu->options.begin(), menu->options.end(),
                                    [](const LanguageOption& option) { return option.name == "tries"; });
    ASSERT_NE(tries, menu->options.end());
    EXPECT_EQ(tries->limits, "from 1 to 101");
    EXPECT_EQ(tries->default_value, "3");
}

}  // namespace
}  // namespace flowc
