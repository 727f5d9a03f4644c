#pragma once

#include <vector>

#include "ir/action_set.hpp"
#include "rules/rule.hpp"

namespace flowc::rules {

/// Which of a flow's ways are known. Where an action does not say, or not rightly, where contacts go on, that is a fault of
/// its own: they may go anywhere, and what seems to follow from it is no finding.
class Ways {
  public:
    /// Of which no action has been looked at.
    explicit Ways(const Flow& flow);
    /// Of which all have.
    explicit Ways(Check check);
    /// Looks at an action, whose form has been taken.
    void add(const Check& check, const Action& action);

    /// The actions from which contacts may go on to a place that is not known.
    const ActionSet& open() const { return open_; }
    /// Whether they may from any that the start reaches, or nobody knows what that is.
    bool any_open() const { return any_open_; }
    /// Whether the service never takes a branch, for the action's type, or this form of it, has none of the kind or of the
    /// word: that it is there is the fault, wherever it leads.
    bool idle(const Transition& branch) const {
        return !idle_.empty() && idle_[static_cast<std::size_t>(&branch - flow_.transitions.data())];
    }

    /// Whether the word that says which form of its type an action is, is the fault.
    bool is_of_wrong_form(ActionId action) const { return wrong_form_.has(action); }

  private:
    const Flow& flow_;
    bool any_open_ = false;
    ActionSet open_;
    ActionSet wrong_form_;
    std::vector<bool> idle_;  ///< by transition; empty: none
};

/// The same of one branch of the action at hand, but for its word: what a word that is none leads to is looked for all the same.
bool is_idle(const Check& check, const Action& action, const Transition& branch);

}  // namespace flowc::rules
