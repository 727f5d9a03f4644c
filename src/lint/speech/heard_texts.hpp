#pragma once

#include <unordered_map>

#include "flowc/syntax.hpp"
#include "speech/tokens.hpp"

namespace flowc::lint {

/// The texts that callers hear, each taken to words once for all rules, when the first of them asks.
class HeardTexts {
  public:
    speech::Listener& of(Node text) { return heard_.try_emplace(text.id(), text.text()).first->second; }

  private:
    std::unordered_map<NodeId, speech::Listener> heard_;
};

}  // namespace flowc::lint
