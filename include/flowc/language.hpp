#pragma once

#include <span>
#include <string>
#include <string_view>

#include "flowc/catalogue.hpp"
#include "flowc/export.hpp"

/// The verbs of the flow language, as `flowc explain VERB` shows them and an editor can.
namespace FLOWC_PUBLIC flowc {

struct LanguageOption {
    std::string_view name;
    std::string_view takes;          ///< `a duration`, `a target`
    std::string_view default_value;  ///< as an author would write it; empty: none
    std::string_view summary;
    bool required = false;
    std::span<const std::string_view> words;  ///< what it may be, where it is a word
    std::string limits;                       ///< `from 1 to 100`, `from 1s to 8s`; empty: none
};

struct LanguageVerb {
    std::string_view name;
    std::string_view section;  ///< Talk, Ask, Decide, Route, Remember, Record, Integrate, Chat, Control
    std::string_view summary;
    std::string_view takes;  ///< what stands behind the verb
    bool value_optional = false;
    std::span<const LanguageOption> options;
    std::string failure;                ///< what a failure of the step does, as a sentence
    std::span<const ActionType> types;  ///< what it can compile to; empty: anything
    std::string_view example;           ///< one step, as it stands behind `- `
};

/// All verbs, sorted by name.
std::span<const LanguageVerb> language_verbs();
/// Null where the language has no such verb.
const LanguageVerb* find_language_verb(std::string_view name);
/// The options that every verb takes besides its own.
std::span<const LanguageOption> language_common_options();

}  // namespace flowc
