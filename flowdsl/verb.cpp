#include "flowdsl/verb.hpp"

#include <algorithm>

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

constexpr OptionInfo common[] = {
    {.name = "on_error", .kind = OptionKind::target, .summary = "where a failure of this step leads"},
    {.name = "id", .kind = OptionKind::text, .summary = "the identifier of the step's action, instead of a generated one"},
    {.name = "at", .kind = OptionKind::map, .summary = "the action's place in the designer, `{x: 200, y: 100}`"},
    {.name = "note", .kind = OptionKind::text, .summary = "a remark for readers; it compiles to nothing"},
};

}  // namespace

std::span<const VerbInfo* const> all_verbs() { return verbs; }

const VerbInfo* find_verb(std::string_view name) {
    if (name.empty()) return nullptr;
    const auto at = std::lower_bound(std::begin(verbs), std::end(verbs), name, [](const VerbInfo* verb, std::string_view word) {
        // The first letters tell most words apart, and cost no call.
        return verb->name.front() != word.front() ? verb->name.front() < word.front() : verb->name < word;
    });
    return at != std::end(verbs) && (*at)->name == name ? *at : nullptr;
}

std::span<const OptionInfo> common_options() { return common; }

const OptionInfo* find_option(const VerbInfo& verb, std::string_view name) {
    for (const auto options : {verb.options, common_options()})
        for (const OptionInfo& option : options)
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
    return word == "next" || word == "repeat" || word == "hangup" || word == "end" || word == "return" || word == "none";
}

}  // namespace flowc::dsl
