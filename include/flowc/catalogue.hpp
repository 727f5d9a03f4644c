#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "flowc/action_type.hpp"
#include "flowc/export.hpp"

/// What is known about the Flow language: one row an action type, generated at build time from
/// `schemas/actions/<Type>.json`. Everything is constant-initialised; start-up parses nothing.
namespace FLOWC_PUBLIC flowc {

/// Where a fact comes from, the surest first: somebody published a result of the real service;
/// AWS's reference and real exports agree; AWS's reference; the reference, where another of AWS's documents
/// says otherwise; exports; a third party; only the name is known.
enum class Evidence : std::uint8_t {
    live,
    reference_and_exports,
    reference,
    disputed,
    exports,
    third_party,
    name_only
};

/// The API's contact flow types; a module is a resource of its own. `unknown`: nobody has said.
enum class FlowType : std::uint8_t {
    contact_flow,
    customer_queue,
    customer_hold,
    customer_whisper,
    agent_hold,
    agent_whisper,
    outbound_whisper,
    agent_transfer,
    queue_transfer,
    campaign,
    module,
    unknown
};

/// The names of a flow type.
struct FlowTypeInfo {
    FlowType type;
    std::string_view api;      ///< `CONTACT_FLOW`
    std::string_view dsl;      ///< `inbound`
    std::string_view console;  ///< `contactFlow`, the console's Metadata.type; empty: none
};
std::span<const FlowTypeInfo> flow_types();
const FlowTypeInfo& info(FlowType type);  ///< not for `unknown`
std::optional<FlowType> flow_type_from_api(std::string_view name);
std::optional<FlowType> flow_type_from_dsl(std::string_view name);

/// A set of flow types, or no statement at all.
struct FlowTypeSet {
    std::uint16_t bits = 0;
    bool known = false;  ///< false: the source says nothing
    constexpr bool contains(FlowType type) const { return (bits >> static_cast<unsigned>(type)) & 1u; }
};

/// One thing said about an action's parameters or branches; `path` is dotted for nested ones and starts
/// at the object that holds the statement, or is `condition:Operand` or `error:ErrorType` for a branch.
/// Words compare without regard to case. `contains`: a list holds the value, or a text has it inside;
/// `lacks`: the opposite, also where the path is absent.
struct Term {
    enum class Op : std::uint8_t { equals, present, absent, contains, lacks };
    /// What a path names.
    enum class Subject : std::uint8_t { parameter, condition, error };
    static constexpr std::string_view condition_prefix = "condition:";
    static constexpr std::string_view error_prefix = "error:";

    std::string_view path;
    Op op;
    std::string_view value;
    Subject subject = subject_of(path);

    static constexpr Subject subject_of(std::string_view path) {
        if (path.starts_with(condition_prefix)) return Subject::condition;
        if (path.starts_with(error_prefix)) return Subject::error;
        return Subject::parameter;
    }
};
/// All of its terms hold. Empty: no machine-readable condition.
using Condition = std::span<const Term>;

/// Whether something has to be there; `when`: under the condition beside it.
enum class Requirement : std::uint8_t { always, never, when };

/// What a parameter's value is to the service; most kinds are written as a JSON string.
enum class ParameterKind : std::uint8_t {
    text,
    ssml,
    string,
    integer,
    boolean,
    enumeration,
    arn,
    id_or_arn,
    phone_number,
    uri,
    object,
    list,
    map,
    json,
    reference
};
/// Whether a value may hold references (`$.…`): none; all or none of it; it must be one; inside text.
enum class ValueMode : std::uint8_t { unknown, fixed, fixed_or_reference, reference, mixed };
/// How a value is written in JSON.
enum class JsonType : std::uint8_t { any, string, number, boolean, object, array };
/// What a value names, as an ARN or an id: the kinds of names that an environment file knows.
enum class ResourceKind : std::uint8_t {
    none,
    queue,
    agent,
    prompt,
    flow,
    module,
    hours,
    lambda,
    lex_alias,
    view,
    phone_number,
    message_template,
    knowledge_base,
    assistant,
    data_table,
    user,
    case_template,
    task_template,
    user_pool,
    other
};
std::string_view to_string(ResourceKind kind);  ///< the catalogue's word: `lex_alias`
/// What a value decides about what callers hear from then on.
enum class SpeechSetting : std::uint8_t { none, voice, engine, language };
std::optional<ResourceKind> resource_kind(std::string_view word);

/// What tells most names apart, and costs less than to compare them.
constexpr std::uint32_t sign_of(std::string_view name) {
    if (name.empty()) return 0;
    const auto byte = [&](std::size_t at) { return static_cast<std::uint32_t>(static_cast<unsigned char>(name[at])); };
    return static_cast<std::uint32_t>(name.size()) << 24 | byte(0) << 16 | byte(name.size() / 2) << 8 |
           byte(name.size() - 1);
}

/// Which of several rows have to be there, as bits by their places.
struct Needed {
    std::uint64_t always = 0;
    std::uint64_t when = 0;  ///< under a condition that a machine can read
};
template <class Row>
constexpr Needed needed_of(std::span<const Row> rows) {
    Needed needed;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::uint64_t bit = std::uint64_t{1} << i;
        if (rows[i].required == Requirement::always) needed.always |= bit;
        if (rows[i].required == Requirement::when && !rows[i].when.empty()) needed.when |= bit;
    }
    return needed;
}

/// Bounds of a number, both allowed values.
struct Range {
    Condition when;  ///< empty: always
    std::optional<std::int64_t> min;
    std::optional<std::int64_t> max;
    Evidence evidence = Evidence::reference;
};

/// A name that people or documents use for something that has another name, or none.
struct WrongName {
    std::string_view name;     ///< dotted for a nested parameter
    std::string_view instead;  ///< the right name; empty: there is none
    std::string_view note;     ///< what to do, in a few words
};

/// A rule between several parameters of one object.
struct ParameterRule {
    enum class Kind : std::uint8_t {
        exactly_one,
        at_least_one,
        at_most_one,
        all_or_none,
        requires_all,
        forbids,
        words
    };
    Kind kind;
    std::span<const std::string_view> of;  ///< paths, for the counting kinds
    /// The same as bits, by their places among the object's properties; 0: not all of them are properties.
    std::uint64_t counted = 0;
    Condition condition;  ///< for requires_all and forbids
    std::span<const std::string_view> then;
    std::uint64_t affected = 0;  ///< `then` as bits, as `counted`
    std::string_view words;      ///< for people: the whole rule of kind `words`, else why, or empty
    Evidence evidence;
};

/// What a row says that a value can be held to, as bits.
enum class Says : std::uint16_t {
    takes_reference = 1u << 0,
    takes_no_reference = 1u << 1,
    takes_reference_alone = 1u << 2,  ///< as all of the value, if any
    whole_number = 1u << 3,
    ranges = 1u << 4,
    pattern = 1u << 5,
    key_pattern = 1u << 6,
    max_length = 1u << 7,
    item_count = 1u << 8,
    words = 1u << 9,
    resource = 1u << 10,
    type = 1u << 11  ///< every row does
};

/// A parameter, or a nested property, list item or map value of one.
struct ParameterInfo {
    std::string_view name;  ///< empty for list items and map values
    Requirement required = Requirement::never;
    Condition when;              ///< `required` is when: this holds; empty where only words are known
    std::string_view when_text;  ///< the same as written in the catalogue: notation, or words for people
    ParameterKind kind = ParameterKind::string;
    ValueMode mode = ValueMode::unknown;
    JsonType json_type = JsonType::any;  ///< how the console writes it
    bool refuses_other_types =
        false;  ///< somebody saw the service refuse a number or a boolean that is written otherwise
    ResourceKind resource = ResourceKind::none;
    SpeechSetting speech = SpeechSetting::none;
    Evidence evidence = Evidence::reference;
    /// Closed for `enumeration`, else known words; for booleans what is accepted.
    std::span<const std::string_view> values;
    std::span<const std::string_view> words;  ///< a boolean's spelling, true first
    std::span<const WrongName> wrong_values;  ///< values that somebody saw refused
    std::span<const Range> ranges;            ///< numeric
    std::optional<std::uint32_t> max_length;
    std::optional<std::uint32_t> min_items;
    std::optional<std::uint32_t> max_items;
    bool (*matches)(std::string_view) = nullptr;  ///< the value's pattern; null: none
    std::string_view pattern;
    std::string_view pattern_words;                   ///< what the pattern takes: "a number from 1 to 5"
    bool (*key_matches)(std::string_view) = nullptr;  ///< a map key's pattern; null: none
    std::string_view key_pattern;
    std::string_view unit;
    std::string_view default_value;
    std::string_view note;
    const ParameterInfo* item = nullptr;        ///< lists and maps: what each value is
    std::span<const ParameterInfo> properties;  ///< objects
    std::span<const ParameterRule> rules;       ///< between the properties
    bool free_keys = false;                     ///< an object or action whose keys nobody has published
    // What the rows above come to, for whoever looks at many values.
    std::uint32_t sign = sign_of(name);
    std::uint16_t says = statements();  ///< bits of `Says`
    Needed needed = needed_of(properties);

    constexpr std::uint16_t statements() const {
        const auto bit = [](bool is_said, Says statement) { return is_said ? static_cast<unsigned>(statement) : 0u; };
        return static_cast<std::uint16_t>(
            bit(mode == ValueMode::reference || kind == ParameterKind::reference, Says::takes_reference) |
            bit(mode == ValueMode::fixed, Says::takes_no_reference) |
            bit(mode == ValueMode::fixed_or_reference, Says::takes_reference_alone) |
            bit(kind == ParameterKind::integer, Says::whole_number) | bit(!ranges.empty(), Says::ranges) |
            bit(matches != nullptr, Says::pattern) | bit(key_matches != nullptr, Says::key_pattern) |
            bit(max_length.has_value(), Says::max_length) | bit(min_items || max_items, Says::item_count) |
            bit(!values.empty() || !words.empty() || !wrong_values.empty(), Says::words) |
            bit(resource != ResourceKind::none || kind == ParameterKind::arn, Says::resource) | bit(true, Says::type));
    }
};

/// An error branch of an action type.
struct ErrorInfo {
    std::string_view name;  ///< `NoMatchingError`
    Requirement required = Requirement::never;
    Condition when;
    Condition forbidden_when;
    std::string_view meaning;
    Evidence evidence = Evidence::reference;
    std::uint32_t sign = sign_of(name);
};

/// Which of several errors some form of the action does not have, as bits by their places.
constexpr std::uint64_t forbidden_sometimes(std::span<const ErrorInfo> errors) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < errors.size(); ++i)
        if (!errors[i].forbidden_when.empty()) bits |= std::uint64_t{1} << i;
    return bits;
}

/// Operators and operands that hold under a condition over parameters, such as one option of several.
/// Every set whose `when` holds applies: they narrow each other, and the first holds always. A branch
/// outside several of them is one fault.
struct ConditionSet {
    Condition when;  ///< empty: always
    std::span<const std::string_view> operators;
    std::span<const std::string_view> operands;  ///< closed list; empty: free
    std::span<const std::string_view> exactly;   ///< each once and no other
    Evidence evidence = Evidence::reference;
};

/// An operator beside those of the sets, with its own number of operands, for some flow types only.
struct SpecialOperator {
    std::string_view name;
    std::uint32_t operands;
    FlowTypeSet types;
    Evidence evidence = Evidence::reference;
};

/// At most so many conditions in flows of some types.
struct ConditionLimit {
    FlowTypeSet types;
    std::uint32_t max;
    Evidence evidence = Evidence::reference;
};

/// The condition branches of an action type.
struct ConditionsInfo {
    enum class Allowed : std::uint8_t { never, always, when };
    Allowed allowed = Allowed::never;
    Condition when;
    std::string_view when_text;
    std::span<const ConditionSet> sets;  ///< never empty where branches are allowed
    std::span<const SpecialOperator> special_operators;
    std::span<const std::string_view> refused_operators;  ///< somebody saw the service refuse them
    bool (*operand_matches)(std::string_view) = nullptr;
    std::string_view operand_pattern;
    std::string_view operand_words;  ///< what the pattern takes
    std::optional<std::uint32_t> min;
    std::optional<std::uint32_t> max;
    std::span<const ConditionLimit> limits;  ///< lower than `max`
    bool rising = false;                     ///< the operands are numbers that grow from branch to branch
    std::string_view note;
    Evidence evidence = Evidence::reference;
};

/// Whether an action's transitions name a next action.
enum class NextAction : std::uint8_t { required, optional, forbidden };

enum class Channel : std::uint8_t { voice, chat, task, email };
/// What happens to a contact of a channel: it works, is refused or skipped, or takes a branch.
enum class ChannelUse : std::uint8_t { unknown, yes, no, no_effect, error_branch, named_branch };

/// What an action does to the contact: `Effect` bits.
enum class Effect : std::uint8_t {
    speaks,
    waits_for_input,
    waits_for_time,
    stores_input,
    encrypts_input,
    takes_one_key,
    sets_target_queue,
    sets_callback_number,
    sets_voice,
    sets_language,
    writes_contact_attributes,
    writes_flow_attributes,
    writes_contact_data,
    writes_tags,
    replaces_external,
    replaces_lex,
    replaces_customer,
    replaces_case,
    replaces_view,
    replaces_metrics,
    replaces_module,
    replaces_wisdom,
    replaces_data_table,
    replaces_task,
    sets_event_hook,
    sets_recording,
    sets_logging,
    starts_logging,
    sets_streaming,
    sets_routing,
    leaves_to_queue,
    leaves_to_flow,
    leaves_to_agent,
    leaves_to_third_party,
    calls_module,
    returns_from_module,
    ends_flow,
    disconnects,
    creates_contact,
    sends_message,
    counts_loop,
    random
};
inline constexpr std::size_t effect_count = static_cast<std::size_t>(Effect::random) + 1;  // the last one

/// An effect of an action type that it has under a condition over its parameters.
struct ConditionalEffect {
    Effect effect;
    Condition when;
};

/// Everything that is known of one action type.
struct ActionInfo {
    ActionType type;
    std::string_view name;
    std::string_view category;
    std::string_view block;  ///< the designer's name for it
    std::string_view summary;
    Evidence evidence;
    std::span<const ParameterInfo> parameters;
    std::span<const ParameterRule> rules;
    bool free_parameters;  ///< nobody has published its keys, or not all of them
    std::span<const WrongName> wrong_parameters;
    NextAction next_action;
    std::string_view mirrors;  ///< `error:NoMatchingError`: what the console copies into a NextAction that never runs
    std::span<const ErrorInfo> errors;
    std::span<const std::string_view> refused_errors;
    ConditionsInfo conditions;
    FlowTypeSet reference_types;
    FlowTypeSet admin_guide_types;
    FlowTypeSet export_types;
    std::span<const FlowType> refused_types;  ///< somebody saw the service refuse it there
    std::string_view flow_type_note;
    std::array<ChannelUse, 4> channels;                      ///< by `Channel`
    std::uint64_t effects;                                   ///< bits of `Effect`: what it can do
    std::span<const ConditionalEffect> conditional_effects;  ///< those of them that its parameters decide
    std::span<const std::string_view> outputs;
    std::span<const std::string_view> limits;
    std::span<const std::string_view> sources;
    std::span<const std::string_view> open;  ///< what nobody has published
    // What the rows above come to, for whoever looks at many actions.
    Needed needed_parameters = needed_of(parameters);
    Needed needed_errors = needed_of(errors);
    std::uint64_t forbidden_errors = forbidden_sometimes(errors);  ///< in some form of the action

    constexpr ChannelUse on(Channel channel) const { return channels[static_cast<std::size_t>(channel)]; }
    constexpr bool has(Effect effect) const { return (effects >> static_cast<unsigned>(effect)) & 1u; }
};

/// All types, sorted by name; the position of a row is its `ActionType`.
std::span<const ActionInfo> actions();
/// The first of them.
extern const ActionInfo* const first_action;
/// Not for `unknown`. Every step of every check asks for a row.
inline const ActionInfo& info(ActionType type) { return first_action[static_cast<std::size_t>(type)]; }
/// Null where the catalogue has no such type. Case-sensitive, as the service is.
const ActionInfo* find_action(std::string_view name);
/// Names that are used for action types and are none, with what they should be.
std::span<const WrongName> wrong_action_names();
/// The one of that name; null: none.
const ParameterInfo* find_parameter(std::span<const ParameterInfo> parameters, std::string_view name);

}  // namespace flowc
