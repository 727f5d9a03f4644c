#pragma once

#include "entry.hpp"

namespace catalogue_gen {

/// The parameters of one object (or of the action, where `entry` is given) and the rules between them.
void check_parameters(const std::vector<Parameter>& parameters, const std::vector<Rule>& rules, const Entry* entry,
                      const Place& parameters_place, const Place& rules_place);

/// `required` and its condition fit together.
void check_requirement(const std::string& required, bool has_when, bool has_words, const Place& place);

}  // namespace catalogue_gen
