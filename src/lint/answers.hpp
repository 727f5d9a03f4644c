#pragma once

#include <cstdint>
#include <vector>

#include "ir/analysis.hpp"
#include "lint/actions_by_effect.hpp"

namespace flowc::lint {

/// Which Lambda's answer an action finds. A Lambda that fails leaves what was there. Lambdas are bits of a word: of a flow
/// with more of them than bits nothing is known.
class Answers {
  public:
    Answers(const Flow& flow, const Analysis& graph, const ActionsByEffect& by_effect);

    /// The actions that call a Lambda and are followed, by their bits.
    const std::vector<ActionId>& lambdas() const { return lambdas_; }
    /// Lambdas whose answer can be the latest before an action.
    std::uint64_t latest(ActionId action) { return lambdas_.empty() ? 0 : found(action).latest; }
    /// Lambdas that have answered on every path to an action.
    std::uint64_t always(ActionId action) { return lambdas_.empty() ? 0 : found(action).always; }

  private:
    const Flow& flow_;
    const Analysis& graph_;
    std::vector<ActionId> lambdas_;
    /// What an action finds.
    struct Found {
        std::uint64_t latest = 0;
        std::uint64_t always = ~std::uint64_t{0};
        std::uint64_t own = 0;  ///< the bit of the Lambda that the action calls
    };
    const Found& found(ActionId action) {
        if (found_.empty()) follow();
        return found_[action];
    }
    void follow();

    std::vector<Found> found_;  ///< by action; empty: nobody has asked yet
};

}  // namespace flowc::lint
