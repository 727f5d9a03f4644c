#pragma once

#include <string>
#include <string_view>

#include "flowc/syntax.hpp"
#include "flowdsl/words/verb.hpp"

/// What the words of a step were meant for, where they are no verb with options of it.
namespace flowc::dsl {

/// The word that should have been a verb: the first key that is no verb's option.
Node verbless(Node step);

/// The verb that was probably meant by a word that is none.
std::string_view nearest_verb(std::string_view word);

/// What to say of a step that begins with such a word.
std::string unknown_verb_message(Node word);

/// Whether a map may stand behind the verb.
bool holds_a_map(const VerbInfo& verb);

/// Whether an unknown key of a step may be what its empty option should hold.
bool may_be_held(const OptionInfo& empty, Node key, Node step);

/// An option that was written into the value of its verb, which takes no map of its own; absent: there is none.
Node option_below(const VerbInfo& verb, Node value);

/// The verb's own option that was probably meant by a word that is none, and that the step does not have.
std::string_view option_meant(Node step, const VerbInfo& verb, Node word);

/// Of the two verbs of a step the one that is a slip for an option of the other; absent: neither.
Node option_read_as_verb(Node step, const VerbInfo& first, Node first_word, const VerbInfo& second, Node second_word);

/// Whether a list's next step is none of its own: it begins with an option of this verb.
bool goes_on_in(Node next, const VerbInfo& verb);

/// Whether a list's step has no verb and begins with an option of some verb.
bool has_options_alone(Node step);

/// The first key of a step that is neither its verb nor an option of it; absent: there is none.
Node no_option_of(const VerbInfo& verb, Node step);

}  // namespace flowc::dsl
