#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "flowdsl/document/flow_head.hpp"
#include "flowdsl/lowering/action_draft.hpp"
#include "flowdsl/names/bits.hpp"
#include "ir/analysis.hpp"

namespace flowc::dsl {

/// What an action finds when it runs: attributes, the answers of Lambdas and modules, stored input and the contact's
/// language, followed along every path of the graph.
class NameFlow {
  public:
    struct State {
        Bits facts;  ///< what holds on some path, each kind of fact behind the other; what joins is united
        ActionId foreign_language =
            no_action;        ///< a step that has set a language other than English, the latest on some path
        bool input = false;   ///< some path has stored what the caller typed
        bool secret = false;  ///< and the latest on some path is ciphertext
        bool reached = false;
    };

    /// `order` gives the draft behind each action of `flow`.
    NameFlow(const Flow& flow, const Analysis& graph, const std::vector<const ActionDraft*>& order,
             const std::vector<Node>& inputs);

    const State& before(ActionId action) const { return before_[action]; }

    /// All names that anything writes, sorted; true: a flow attribute. A bit's number is a name's place here.
    const std::vector<std::pair<std::string_view, bool>>& names() const { return names_; }
    std::optional<std::size_t> name(std::string_view name, bool in_flow) const;
    const std::vector<ActionId>& lambdas() const { return lambdas_; }
    const std::vector<ActionId>& modules() const { return modules_; }

    /// Whether some path has written a name.
    bool is_written(const State& state, std::size_t name) const { return state.facts.test(name); }
    /// Whether some path has not.
    bool may_be_missing(const State& state, std::size_t name) const { return state.facts.test(missing() + name); }
    /// Of a name that a copy of mapped names writes: whether some path has written over it since.
    bool is_overwritten(const State& state, std::size_t name) const { return state.facts.test(overwritten() + name); }
    /// Whether the answer of a Lambda, by its place in `lambdas()`, can be the latest.
    bool may_answer(const State& state, std::size_t lambda) const { return state.facts.test(answers() + lambda); }
    /// Whether a Lambda's answer that can be the latest may have a field: one of this flow, or one that `inputs` names. Null:
    /// at some moment of the flow.
    bool may_hold(const State* state, std::string_view field) const;
    /// Whether some path gets here by the failure of a Lambda, and whether some by its answer, where no other has been called since.
    bool may_have_failed(const State& state, std::size_t lambda) const { return state.facts.test(failures() + lambda); }
    bool may_have_answered(const State& state, std::size_t lambda) const {
        return state.facts.test(successes() + lambda);
    }
    bool no_lambda_yet(const State& state) const { return may_answer(state, lambdas_.size()); }
    /// The same of modules.
    bool may_return(const State& state, std::size_t module) const { return state.facts.test(returns() + module); }
    bool no_module_yet(const State& state) const { return may_return(state, modules_.size()); }

  private:
    // Where each kind of fact begins; the names that are written are the first. Behind the Lambdas and the modules: none yet.
    std::size_t missing() const { return names_.size(); }
    std::size_t overwritten() const { return 2 * names_.size(); }
    std::size_t answers() const { return 3 * names_.size(); }
    std::size_t returns() const { return answers() + lambdas_.size() + 1; }
    std::size_t failures() const { return returns() + modules_.size() + 1; }
    std::size_t successes() const { return failures() + lambdas_.size(); }
    std::size_t fact_count() const { return successes() + lambdas_.size(); }

    State at_start(const std::vector<Node>& inputs) const;
    State behind(ActionId action) const;
    /// The same behind a branch: that of a Lambda's failure leaves no answer.
    void take_branch(ActionId action, bool is_failure, State& state) const;
    static bool flow_into(const State& from, State& to);

    const Flow& flow_;
    const std::vector<const ActionDraft*>& order_;
    std::vector<std::pair<std::string_view, bool>> names_;
    std::vector<std::string_view> left_;  ///< fields of an earlier flow's answer
    std::vector<ActionId> lambdas_;
    std::vector<ActionId> modules_;
    std::vector<State> before_;
};

}  // namespace flowc::dsl
