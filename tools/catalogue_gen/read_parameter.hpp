#pragma once

#include <vector>

#include "fields.hpp"

namespace catalogue_gen {

std::vector<Parameter> read_parameters(const Json* value, const Place& place);
std::vector<Rule> read_rules(const Json* value, const Place& place);
std::vector<WrongName> read_wrong_names(const Json* value, const Place& place, bool with_instead);

}  // namespace catalogue_gen
