#include "flowc/language.hpp"

#include <algorithm>
#include <vector>

#include "flowdsl/words/scalar.hpp"
#include "flowdsl/words/verb.hpp"

namespace flowc {

namespace {

using dsl::Failure;
using dsl::OptionInfo;
using dsl::OptionKind;
using dsl::VerbInfo;

std::string_view takes(OptionKind kind) {
    switch (kind) {
        case OptionKind::message: return "a message";
        case OptionKind::target: return "a target";
        case OptionKind::text: return "a text";
        case OptionKind::word: return "a word";
        case OptionKind::name: return "the name of a resource";
        case OptionKind::reference: return "a reference, without braces";
        case OptionKind::duration: return "a duration";
        case OptionKind::number: return "a whole number";
        case OptionKind::switch_: return "`on` or `off`";
        case OptionKind::list: return "a list";
        case OptionKind::map: return "a map";
        case OptionKind::data: return "JSON data";
        case OptionKind::any: break;
    }
    return "a value";
}

std::string limits(const OptionInfo& option) {
    if (option.kind != OptionKind::duration && option.kind != OptionKind::number) return {};
    const auto amount = [&](long count) {
        return option.kind == OptionKind::duration ? dsl::duration_text(count) : std::to_string(count);
    };
    if (option.max != 0) return "from " + amount(option.min) + " to " + amount(option.max);
    return option.min != 0 ? "at least " + amount(option.min) : std::string{};
}

LanguageOption view(const OptionInfo& option) {
    return {option.name,     takes(option.kind), option.default_value, option.summary,
            option.required, option.words,       limits(option)};
}

std::vector<LanguageOption> views(std::span<const OptionInfo> options) {
    std::vector<LanguageOption> views;
    for (const OptionInfo& option : options) views.push_back(view(option));
    return views;
}

/// Whether an action of the verb has a branch for failures, though nobody needs to write it.
bool may_say_on_error(const VerbInfo& verb) {
    for (const ActionType type : verb.types)
        for (const ErrorInfo& error : info(type).errors)
            if (error.name == "NoMatchingError" && error.required == Requirement::never) return true;
    return false;
}

std::string failure(const VerbInfo& verb) {
    switch (verb.failure) {
        case Failure::next: return "goes on with the next step";
        case Failure::prompt: return "goes on with the next step; in whisper flows no branch is written for it";
        case Failure::flow: return "goes where the flow's `on_error` says";
        case Failure::own:
            return std::string{"goes where "} + (dsl::find_option(verb, "give_up") ? "`give_up`" : "`else`") + " says";
        case Failure::unwritten:
        case Failure::none: break;
    }
    if (verb.types.empty()) return "goes where the steps say that it stands for";
    return may_say_on_error(verb) ? "has no branch unless the step says `on_error`" : "has no branch in the service";
}

/// The tables as views; they stay where they are for as long as the program runs.
struct Language {
    std::vector<LanguageOption> common = views(dsl::common_options());
    std::vector<std::vector<LanguageOption>> options;
    std::vector<LanguageVerb> verbs;

    Language() {
        const auto all = dsl::all_verbs();
        options.reserve(all.size());
        for (const VerbInfo* verb : all) {
            options.push_back(views(verb->options));
            verbs.push_back({verb->name, verb->section, verb->summary, takes(verb->value), verb->value_optional,
                             options.back(), failure(*verb), verb->types, verb->example});
        }
    }
};

const Language& language() {
    static const Language tables;
    return tables;
}

}  // namespace

std::span<const LanguageVerb> language_verbs() { return language().verbs; }

const LanguageVerb* find_language_verb(std::string_view name) {
    const auto& verbs = language().verbs;
    const auto found =
        std::lower_bound(verbs.begin(), verbs.end(), name,
                         [](const LanguageVerb& verb, std::string_view word) { return verb.name < word; });
    return found != verbs.end() && found->name == name ? &*found : nullptr;
}

std::span<const LanguageOption> language_common_options() { return language().common; }

}  // namespace flowc
