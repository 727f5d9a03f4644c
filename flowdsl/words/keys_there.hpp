#pragma once

#include <map>
#include <string_view>

#include "flowc/syntax.hpp"

namespace flowc::dsl {

/// Which keys a mapping has. Each is looked for once, however many odd keys were meant as it.
class KeysThere {
  public:
    explicit KeysThere(Node mapping) : mapping_(mapping) {}
    bool has(std::string_view key) {
        const auto [asked, is_new] = asked_.try_emplace(key);
        if (is_new) asked->second = static_cast<bool>(mapping_.find_key(key));
        return asked->second;
    }

  private:
    Node mapping_;
    std::map<std::string_view, bool> asked_;
};

}  // namespace flowc::dsl
