#pragma once

#include <utility>

#include "ir/action_set.hpp"

namespace flowc {

/// The actions from which a search has still to go on, each once.
class OpenActions {
  public:
    explicit OpenActions(std::size_t actions) : open_(few_) {
        if (actions <= usual_actions) return;
        many_ = std::make_unique<ActionId[]>(actions);
        open_ = many_.get();
    }
    OpenActions(const OpenActions&) = delete;
    OpenActions& operator=(const OpenActions&) = delete;

    bool empty() const { return count_ == 0; }
    /// Of an action that is not among them.
    void add(ActionId id) { open_[count_++] = id; }
    ActionId take() { return open_[--count_]; }

  private:
    ActionId few_[usual_actions];
    std::unique_ptr<ActionId[]> many_;  ///< instead of them
    ActionId* open_;
    std::size_t count_ = 0;
};

/// A search that goes on from each action once: `while (!walk.done()) for (… transitions of walk.next() …) walk.reach(…)`.
class ActionWalk {
  public:
    explicit ActionWalk(const Flow& flow) : met_(flow.actions.size()), open_(flow.actions.size()) {}

    /// Goes on from an action, if it is one and has not been met.
    void reach(ActionId id) {
        if (id == no_action || met_.has(id)) return;
        met_.add(id);
        open_.add(id);
    }
    bool done() const { return open_.empty(); }
    ActionId next() { return open_.take(); }
    /// All that have been met.
    const ActionSet& met() const& { return met_; }
    ActionSet met() && { return std::move(met_); }

  private:
    ActionSet met_;
    OpenActions open_;
};

/// A search that goes on from an action again, whenever more has become known of it.
class ActionRounds {
  public:
    explicit ActionRounds(const Flow& flow) : waiting_(flow.actions.size()), open_(flow.actions.size()) {}

    void reach(ActionId id) {
        if (waiting_.has(id)) return;
        waiting_.add(id);
        open_.add(id);
    }
    bool done() const { return open_.empty(); }
    ActionId next() {
        const ActionId id = open_.take();
        waiting_.drop(id);
        return id;
    }

  private:
    ActionSet waiting_;
    OpenActions open_;
};

}  // namespace flowc
