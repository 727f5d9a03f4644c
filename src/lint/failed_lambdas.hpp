#pragma once

#include <vector>

#include "ir/analysis.hpp"

namespace flowc::lint {

/// Which actions nothing but the failure of a Lambda leads to. All rules share it; it is made when the first of them asks.
class FailedLambdas {
  public:
    /// `whole`: all ways of the flow are known; else nothing can be said.
    FailedLambdas(const Flow& flow, const Analysis& graph, bool whole) : flow_(flow), graph_(graph), whole_(whole) {}

    /// The Lambda whose failure is the only way to an action, as far as Lambdas go; no_action: there is none, another way
    /// leads there, or nothing is known.
    ActionId before(ActionId action) {
        if (!whole_) return no_action;
        if (failed_.empty()) follow();
        return failed_[action];
    }

  private:
    void follow();

    const Flow& flow_;
    const Analysis& graph_;
    const bool whole_;
    std::vector<ActionId> failed_;
};

}  // namespace flowc::lint
