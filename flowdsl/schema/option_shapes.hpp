#pragma once

#include "flowdsl/schema/value.hpp"
#include "flowdsl/words/verb.hpp"

/// What stands as a value in the language, as schemas. A text with `${name}` in it can stand in every place: what it
/// holds is known only when the flow is compiled.
namespace flowc::schema {

Value reference_to(std::string_view definition);

Value text();
/// A text, or what stands in its place, in which blanks alone say nothing.
Value spoken(Value text);
/// A text in which no reference is filled in.
Value fixed_text();
/// A text of so many characters at most; what is filled in may be shorter.
Value text_up_to(int most);
/// One of these words, in both readings of those that are switches to other readers of YAML.
Value word(std::span<const std::string_view> words);
Value whole_number();
Value number(long min, long max);    ///< not negative; 0 as `max`: no limit
Value duration(long min, long max);  ///< seconds; 0 as `max`: no limit
Value number_or_reference(long min, long max);
Value duration_or_reference(long min, long max);
/// A telephone number with its country code, or one reference.
Value phone_number();
/// Texts that match, or that are filled in.
Value text_like(std::string_view pattern);
/// One of these words, or one reference.
Value word_or_reference(std::span<const std::string_view> words);
/// One of these words, or whatever is read as `off`; `several`: or a list of the words.
Value words_or_off(std::span<const std::string_view> words, bool several);
/// The map, or whatever is read as `off`.
Value off_or_map(Value map);
/// The same, but for what is read as a switch; `off` alone may be left to it.
Value no_switch(Value value, bool may_be_off);
Value switch_();
/// A list of such items, or one alone without brackets.
Value list_or_one(Value item);
Value list(Value item, int least);
/// A map whose values are all of that kind.
Value map_of(Value item);
/// The same where the keys are names, in which no reference is filled in.
Value map_of_names(Value item);
/// Of a map: these keys and no others, and those that are filled in.
Value keys(std::initializer_list<Member> members);
/// `patternProperties` of keys that are filled in, `${name}`.
Value any_hole();
/// Of a map: no key is filled in.
Value without_holes();
/// The same map with these keys in it, where none that is filled in may be one of them.
Value needs(Value map, Value names);
/// A map with these keys and no others.
Value map_with(std::initializer_list<Member> members);
/// A text, or a map of which `map` speaks.
Value text_or_map(Value map);

/// Of a map: these keys are in it.
Value has_keys(std::initializer_list<Value> names);
/// Of a map: none of these keys is.
Value has_none_of(std::initializer_list<std::string_view> names);

/// What holds of a map with both of these keys, for a `not`.
Value both_keys(std::string_view one, std::string_view other);
/// A target, but for `repeat`, which is never counted: as the way out it would ask for ever.
Value last_target();

/// What an option takes by its row alone.
Value option_value(const dsl::OptionInfo& option);
/// What stands behind a verb of this kind.
Value kind_value(dsl::OptionKind kind);

/// The definitions that the others refer to: `message`, `target`, `name`, `texts`, …
Value value_definitions();

}  // namespace flowc::schema
