#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fixes/json_edit.hpp"
#include "rules/rule.hpp"

/// How rules offer to mend what they find. A fix is safe where the service refuses what is there, or nobody can tell the
/// difference; what guesses the author's meaning is not. A compiled flow has no text of its own, so nothing is offered.
namespace flowc::rules {

[[gnu::cold]] void offer(const Check& check, Diagnostic& finding, std::string title, bool safe,
                         std::vector<Edit> edits);

/// Offers another word for a key or a value. Where only the case differs there is nothing to guess.
[[gnu::cold]] void offer_word(const Check& check, Diagnostic& finding, Node node, std::string_view word,
                              bool safe = false);

}  // namespace flowc::rules
