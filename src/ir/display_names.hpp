#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "flowc/flow.hpp"

namespace flowc {

/// What the console calls the flow or module that an action names: exports hold the name beside the ARN.
class DisplayNames {
  public:
    explicit DisplayNames(const Flow& flow);

    /// Empty: nothing is said.
    std::string_view find(std::string_view identifier) const;

  private:
    std::vector<std::pair<std::string_view, std::string_view>> names_;  ///< sorted by identifier
};

}  // namespace flowc
