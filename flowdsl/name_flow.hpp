#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "flowdsl/action_draft.hpp"
#include "flowdsl/bits.hpp"
#include "flowdsl/flow_head.hpp"

namespace flowc::dsl {

/// What an action finds when it runs: attributes, the answers of Lambdas and modules, stored input and the contact's
/// language, followed along every path of the graph.
class NameFlow {
  public:
    struct State {
        Bits some;         ///< names that some path has written
        Bits all;          ///< names that every path has written
        Bits overwritten;  ///< of the names that a copy of mapped names writes: those that some path has written over since
        Bits lambdas;      ///< Lambdas whose answer can be the latest; the last bit: none yet
        Bits modules;      ///< the same of modules
        ActionId foreign_language = no_action;  ///< a step that has set a language other than English, the latest on some path
        bool input = false;   ///< some path has stored what the caller typed
        bool secret = false;  ///< and the latest on some path is ciphertext
        bool reached = false;
    };

    /// `order` gives the draft behind each action of `flow`.
    NameFlow(const Flow& flow, const std::vector<const ActionDraft*>& order, const std::vector<Node>& inputs);

    const State& before(ActionId action) const { return before_[action]; }

    /// All names that anything writes, sorted; true: a flow attribute. A bit's number is a name's place here.
    const std::vector<std::pair<std::string_view, bool>>& names() const { return names_; }
    std::optional<std::size_t> name(std::string_view name, bool in_flow) const;
    const std::vector<ActionId>& lambdas() const { return lambdas_; }
    const std::vector<ActionId>& modules() const { return modules_; }
    bool no_lambda_yet(const State& state) const { return state.lambdas.test(lambdas_.size()); }
    bool no_module_yet(const State& state) const { return state.modules.test(modules_.size()); }

  private:
    State behind(ActionId action) const;
    static bool flow_into(const State& from, State& to);

    const Flow& flow_;
    const std::vector<const ActionDraft*>& order_;
    std::vector<std::pair<std::string_view, bool>> names_;
    std::vector<ActionId> lambdas_;
    std::vector<ActionId> modules_;
    std::vector<State> before_;
};

}  // namespace flowc::dsl
