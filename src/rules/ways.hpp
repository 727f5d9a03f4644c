#pragma once

#include <vector>

#include "rules/rule.hpp"

namespace flowc::rules {

/// Which of a flow's ways are known. Where an action does not say, or not rightly, where contacts go on, that is a fault of
/// its own: they may go anywhere, and what seems to follow from it is no finding.
class Ways {
  public:
    explicit Ways(Check check);

    /// Whether contacts may go on from an action to a place that is not known.
    bool open(ActionId action) const { return !open_.empty() && open_[action]; }
    /// Whether they may from any that the start reaches, or nobody knows what that is.
    bool any_open() const { return any_open_; }
    /// Whether they may from none at all.
    bool none_open() const { return open_.empty(); }
    /// Whether the service never takes a branch, for the action's type, or this form of it, has none of the kind or of the
    /// word: that it is there is the fault, wherever it leads.
    bool idle(const Transition& branch) const {
        return !idle_.empty() && idle_[static_cast<std::size_t>(&branch - flow_.transitions.data())];
    }

    /// Whether the word that says which form of its type an action is, is the fault.
    bool is_of_wrong_form(ActionId action) const { return !wrong_form_.empty() && wrong_form_[action]; }

  private:
    const Flow& flow_;
    bool any_open_ = false;
    std::vector<bool> open_;        ///< by action; empty: none
    std::vector<bool> idle_;        ///< by transition; empty: none
    std::vector<bool> wrong_form_;  ///< by action; empty: none
};

/// The same of one branch of the action at hand, but for its word: what a word that is none leads to is looked for all the same.
bool is_idle(const Check& check, const Action& action, const Transition& branch);

}  // namespace flowc::rules
