#pragma once

#include "arrays.hpp"

namespace catalogue_gen {

/// Each returns the name of the array that holds the rows; empty where there are none.
std::string write_condition(Arrays& arrays, const Condition& condition);
/// The rules of an object that has these properties.
std::string write_rules(Arrays& arrays, const std::vector<Rule>& rules, const std::vector<Parameter>& properties);
std::string write_parameters(Arrays& arrays, const std::vector<Parameter>& parameters);
std::string write_wrong_names(Arrays& arrays, const std::vector<WrongName>& names);

}  // namespace catalogue_gen
