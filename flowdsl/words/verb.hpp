#pragma once

#include <span>
#include <string_view>

#include "flowc/catalogue.hpp"
#include "flowc/syntax.hpp"

/// The language's verbs as data: the parser, the lowering, `flowc explain` and the published schema
/// all read these rows.
namespace flowc::dsl {

class StepContext;

/// What may stand as an option's value.
enum class OptionKind : std::uint8_t {
    message,    ///< text, `<speak…`, `{ssml: …}`, `{play: …}`
    target,     ///< a block, a reserved word or a list of steps
    text,       ///< text with references in it
    word,       ///< one of `words`
    name,       ///< a resource: its name, one reference, or `{arn: …}`
    reference,  ///< only a reference, written without braces
    duration,   ///< `5s`, `2m`, `1h`, `3d`
    number,     ///< a whole number from `min` to `max`
    switch_,    ///< on/off, yes/no, true/false
    list,       ///< a list; the verb says of what
    map,        ///< a map; the verb says of what
    data,       ///< JSON data
    any         ///< the verb says
};

struct OptionInfo {
    std::string_view name;
    OptionKind kind = OptionKind::any;
    std::string_view default_value{};  ///< as an author would write it; empty: none
    std::string_view summary{};
    bool required = false;
    std::span<const std::string_view> words{};
    ResourceKind resource = ResourceKind::none;
    long min = 0;
    long max = 0;               ///< for numbers and, in seconds, for durations; 0: no limit
    bool may_be_empty = false;  ///< `{}` says something
};

/// Where a step's failure goes when neither the step nor the flow's `on_error` map says.
enum class Failure : std::uint8_t {
    next,       ///< the step decorates: go on (° in the reference)
    prompt,     ///< the same, but in whisper flows no branch is written, as in the console's own
    flow,       ///< the flow's `on_error`
    own,        ///< a target of the step itself: `give_up`, `else`; the verb names it
    unwritten,  ///< no branch is written unless somebody says where it leads
    none        ///< the service has no error branch
};

struct VerbInfo {
    std::string_view name;
    std::string_view section;  ///< Talk, Ask, Decide, Route, Remember, Record, Integrate, Chat, Control
    std::string_view summary;  ///< what it does to the caller, in one sentence
    OptionKind value = OptionKind::any;
    bool value_optional = false;
    std::span<const OptionInfo> options{};
    Failure failure = Failure::flow;
    std::span<const ActionType> types{};  ///< the action types it can write
    std::string_view example{};           ///< one step in flow style
    void (*lower)(StepContext& step) = nullptr;
    bool repeatable = false;  ///< `repeat` may stand in its targets
};

/// All verbs, sorted by name.
std::span<const VerbInfo* const> all_verbs();
const VerbInfo* find_verb(std::string_view name);

/// Options that every verb takes besides its own.
enum class CommonOption : std::uint8_t { on_error, id, at, note };
std::span<const OptionInfo> common_options();  ///< by these numbers
const OptionInfo* find_common_option(std::string_view name);

/// A verb's own option or a common one; null where it has none of that name.
const OptionInfo* find_option(const VerbInfo& verb, std::string_view name);
/// Whether an option was written and nothing behind it.
bool says_nothing(const OptionInfo& option, Node value);

/// `next`, `repeat`, `hangup`, `end`, `return`, `none`.
bool is_reserved_word(std::string_view word);

}  // namespace flowc::dsl
