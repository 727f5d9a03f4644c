#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "problems.hpp"

/// The entries as read: the shape of `flowc/catalogue.hpp` with owned texts. Words that become
/// enumerators are kept as the enumerator's name.
namespace catalogue_gen {

using Strings = std::vector<std::string>;

struct Term {
    std::string path;
    std::string op;
    std::string value;
};

struct Condition {
    std::string text;
    std::vector<Term> terms;
    bool empty() const { return terms.empty(); }
};

struct Range {
    Condition when;
    std::optional<std::int64_t> min;
    std::optional<std::int64_t> max;
    std::string evidence;
};

struct Rule {
    std::string kind;
    std::string of_flow;  ///< the kind of a rule that looks at more than one object; `kind` is `words` then
    Strings of;
    Condition condition;
    Strings then;
    std::optional<std::uint32_t> most;
    std::string words;
    std::string evidence;
};

struct WrongName {
    std::string name;
    std::string instead;
    std::string note;
};

struct Parameter {
    std::string name;
    std::string required = "never";
    Condition when;
    std::string when_words;
    std::string kind;
    std::string mode = "unknown";
    std::string json_type = "any";
    std::string resource = "none";
    std::string speech = "none";
    std::string evidence;
    Strings values;
    Strings words;
    std::vector<WrongName> wrong_values;
    std::vector<Range> ranges;
    std::optional<std::uint32_t> max_length;
    std::optional<std::uint32_t> min_items;
    std::optional<std::uint32_t> max_items;
    std::string pattern;
    std::string pattern_words;
    std::string key_pattern;
    std::string unit;
    std::string default_value;
    std::string note;
    std::unique_ptr<Parameter> item;
    std::vector<Parameter> properties;
    std::vector<Rule> rules;
    bool free_keys = false;
    bool refuses_other_types = false;
};

struct Error {
    std::string name;
    std::string required;
    Condition when;
    Condition forbidden_when;
    std::string meaning;
    std::string evidence;
};

struct ConditionSet {
    Condition when;
    Strings operators;
    Strings operands;
    Strings exactly;
    std::string evidence;
};

/// `known` is false where the source says nothing.
struct FlowTypes {
    Strings types;
    bool known = false;
};

struct SpecialOperator {
    std::string name;
    std::uint32_t operands = 0;
    FlowTypes types;
    std::string evidence;
};

struct ConditionLimit {
    FlowTypes types;
    std::uint32_t max = 0;
    std::string evidence;
};

struct Conditions {
    std::string allowed = "never";
    Condition when;
    std::string when_words;
    std::vector<ConditionSet> sets;
    std::vector<SpecialOperator> special_operators;
    Strings refused_operators;
    std::string operand_pattern;
    std::string operand_words;
    std::optional<std::uint32_t> min;
    std::optional<std::uint32_t> max;
    std::vector<ConditionLimit> limits;
    bool rising = false;
    std::string note;
    std::string evidence = "reference";
};

/// No condition: whenever the action succeeds.
struct Effect {
    std::string name;
    Condition when;
};

struct Entry {
    Place place;
    std::string type;
    std::string category;
    std::string block;
    std::string summary;
    std::string evidence;
    std::vector<Parameter> parameters;
    bool free_parameters = false;
    std::vector<Rule> rules;
    std::vector<WrongName> wrong_parameters;
    std::string next_action;
    std::string mirrors;
    std::vector<Error> errors;
    Strings refused_errors;
    Conditions conditions;
    FlowTypes reference_types;
    FlowTypes admin_guide_types;
    FlowTypes export_types;
    Strings refused_types;
    std::string flow_type_note;
    std::map<std::string, std::string> channels;
    std::vector<Effect> effects;
    Strings outputs;
    std::vector<WrongName> wrong_names;
    Strings limits;
    Strings sources;
    Strings open;
};

/// What may follow a path in a reference.
struct Reference {
    std::string path;  ///< empty: the reference begins here
    Strings keys;
    Strings spaces;  ///< those of them that have no value of their own
    bool open = false;
    std::vector<WrongName> wrong;
    std::string evidence;
};

/// Where a part of what references can name has values.
struct ReferenceLimit {
    std::string path;
    FlowTypes valid_in;
    std::string filled_by;  ///< empty: the service does it by itself
    std::string lasts = "contact";
    bool no_elements = false;
    std::string evidence;
};

struct Catalogue {
    std::vector<Entry> entries;  ///< sorted by type
    Place wrong_names_place;
    std::vector<WrongName> wrong_names;  ///< those of `wrong-names.json`
    std::vector<Reference> references;   ///< of `references.json`, sorted by path
    std::vector<ReferenceLimit> limits;  ///< of the same file, sorted by path
};

}  // namespace catalogue_gen
