#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "flowc/diagnostic.hpp"
#include "flowc/syntax.hpp"

namespace flowc::dsl {

/// The keys of one document, held to those that it may have. What an unknown key should probably have been is kept, so that
/// nobody is told that it is missing.
class DocumentKeys {
  public:
    explicit DocumentKeys(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    /// Reports every key of `map` that is not `known`; `what` names the map in messages.
    void check(Node map, std::span<const std::string_view> known, std::string_view what);
    /// Reports a key with nothing behind it: it would be ignored.
    bool is_empty(Node key, Node value);
    /// Whether an unknown key was reported that probably is `key`.
    bool was_meant(std::string_view key) const;

    Diagnostics& diagnostics() { return diagnostics_; }

  private:
    Diagnostics& diagnostics_;
    std::vector<std::string_view> meant_;
};

}  // namespace flowc::dsl
