#pragma once

#include <optional>
#include <vector>

#include "ir/attribute_writes.hpp"

namespace flowc::lint {

/// All attributes that a flow writes, found when the first rule asks.
class WrittenAttributes {
  public:
    explicit WrittenAttributes(const Flow& flow) : flow_(flow) {}

    const std::vector<AttributeWrite>& all() {
        if (!all_) all_ = attribute_writes(flow_);
        return *all_;
    }

  private:
    const Flow& flow_;
    std::optional<std::vector<AttributeWrite>> all_;
};

}  // namespace flowc::lint
