#pragma once

#include <map>
#include <string>
#include <string_view>

#include "entry.hpp"

namespace catalogue_gen {

/// Arrays in the order they are needed, so that each is defined before it is used. Equal ones are one.
class Arrays {
  public:
    /// The name of an array with these rows; empty where there are none.
    std::string add(std::string_view type, const Strings& rows);
    std::string add_texts(const Strings& texts);
    /// The name of a matcher function; empty for an empty pattern.
    std::string add_pattern(const std::string& pattern);
    const std::string& definitions() const { return definitions_; }

  private:
    std::string definitions_;
    std::map<std::string, std::string> names_;
};

}  // namespace catalogue_gen
