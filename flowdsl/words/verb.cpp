#include "flowdsl/words/verb.hpp"

#include <array>

namespace flowc::dsl {

#define FLOWC_VERB(name) extern const VerbInfo verb_##name;
#include "flowdsl/verbs.def"
#undef FLOWC_VERB

namespace {

constexpr const VerbInfo* verbs[] = {
#define FLOWC_VERB(name) &verb_##name,
#include "flowdsl/verbs.def"
#undef FLOWC_VERB
};

constexpr std::string_view names[] = {
#define FLOWC_VERB(name) #name,
#include "flowdsl/verbs.def"
#undef FLOWC_VERB
};

/// How many verbs begin with a letter before this one of the alphabet.
constexpr auto verbs_before = [] {
    std::array<std::uint8_t, 27> count{};
    for (std::size_t letter = 0; letter < count.size(); ++letter)
        for (const std::string_view name : names)
            if (name.front() < static_cast<char>('a' + letter)) ++count[letter];
    return count;
}();

// By the numbers of `CommonOption`.
constexpr OptionInfo common[] = {
    {.name = "on_error", .kind = OptionKind::target, .summary = "where a failure of this step leads"},
    {.name = "id",
     .kind = OptionKind::text,
     .summary = "the identifier of the step's action, instead of a generated one"},
    {.name = "at", .kind = OptionKind::map, .summary = "the action's place in the designer, `{x: 200, y: 100}`"},
    {.name = "note", .kind = OptionKind::text, .summary = "a remark for readers; it compiles to nothing"},
};

}  // namespace

std::span<const VerbInfo* const> all_verbs() { return verbs; }

const VerbInfo* find_verb(std::string_view name) {
    if (name.empty() || name.front() < 'a' || name.front() > 'z') return nullptr;
    const auto letter = static_cast<std::size_t>(name.front() - 'a');
    for (std::size_t i = verbs_before[letter]; i < verbs_before[letter + 1]; ++i)
        if (names[i] == name) return verbs[i];
    return nullptr;
}

std::span<const OptionInfo> common_options() { return common; }

const OptionInfo* find_option(const VerbInfo& verb, std::string_view name) {
    for (const OptionInfo& option : verb.options)
        if (option.name == name) return &option;
    return find_common_option(name);
}

const OptionInfo* find_common_option(std::string_view name) {
    for (const OptionInfo& option : common)
        if (option.name == name) return &option;
    return nullptr;
}

bool says_nothing(const OptionInfo& option, Node value) {
    if (value.is_scalar()) return value.text().empty();
    // A list of steps and a message say themselves what is missing in them.
    const bool reads_itself = option.kind == OptionKind::target || option.kind == OptionKind::message;
    return (value.is_mapping() || value.is_sequence()) && value.size() == 0 && !reads_itself && !option.may_be_empty;
}

bool is_reserved_word(std::string_view word) {
    return word == "next" || word == "repeat" || word == "hangup" || word == "end" || word == "return" ||
           word == "none";
}

}  // namespace flowc::dsl
