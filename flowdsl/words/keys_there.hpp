#pragma once

#include <set>
#include <string_view>

#include "flowc/syntax.hpp"

namespace flowc::dsl {

/// Which keys a mapping has. Each is looked for once, however many odd keys were meant as it, and one of those may become it.
class KeysThere {
  public:
    explicit KeysThere(Node mapping) : mapping_(mapping) {}
    /// Whether an odd key may be written as `key`; true once.
    bool is_free(std::string_view key) { return asked_.insert(key).second && !mapping_.find_key(key); }

  private:
    Node mapping_;
    std::set<std::string_view> asked_;
};

}  // namespace flowc::dsl
