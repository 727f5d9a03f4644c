#include <algorithm>
#include <array>
#include <vector>

#include "ir/subject.hpp"
#include "rules/report.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo barred_behind_branch{
    "barred-behind-branch",
    Category::validity,
    Severity::error,
    "an action stands behind a branch of another one where the service takes none of its type",
    "the service refuses the flow: \"Unsupported Action In Wait Action's Continue Branch.\"",
    "a service message that was seen, and AWS's reference",
    "never, as far as is known"};

namespace {

/// A branch behind which something is barred, and the action that it leaves.
struct Source {
    ActionId action;
    const Transition* branch;
};

/// Which branches lead to an action: two are enough to know one that is not its own. Each action is visited twice at most.
class BehindBranches {
  public:
    BehindBranches(const Flow& flow, const FlowRule& rule) : flow_(flow), rule_(rule), reached_(flow.actions.size()) {}

    void find() {
        for (ActionId id = 0; id < flow_.actions.size(); ++id) {
            if (flow_.actions[id].type != rule_.type) continue;
            for (const Transition& branch : flow_.transitions_of(flow_.actions[id], Transition::Kind::condition))
                if (is_branch(branch)) sources_.push_back({id, &branch});
        }
        for (const Source& source : sources_) reach(source.branch->target, source);
        while (!waiting_.empty()) {
            const auto [action, source] = waiting_.back();
            waiting_.pop_back();
            // Behind it, it is the next one's fault.
            if (is_barred(flow_.actions[action]) && action != source->action) continue;
            for (const Transition& edge : flow_.transitions_of(flow_.actions[action])) reach(edge.target, *source);
        }
    }

    /// The branch of another action that leads to this one, of a barred type; null: none does.
    const Source* barring(ActionId action) const {
        if (!is_barred(flow_.actions[action])) return nullptr;
        for (const Source* source : reached_[action])
            if (source && source->action != action) return source;
        return nullptr;
    }

  private:
    bool is_branch(const Transition& branch) const {
        for (const Node operand : flow_.node(branch.operands).items())
            if (operand.text() == rule_.path) return true;
        return false;
    }

    bool is_barred(const Action& action) const {
        return action.type != ActionType::unknown &&
               std::find(rule_.names.begin(), rule_.names.end(), info(action.type).name) != rule_.names.end();
    }

    void reach(ActionId action, const Source& source) {
        if (action == no_action) return;
        auto& [first, second] = reached_[action];
        if (first && first->action == source.action) return;
        if (second) return;
        (first ? second : first) = &source;
        waiting_.emplace_back(action, &source);
    }

    const Flow& flow_;
    const FlowRule& rule_;
    std::vector<Source> sources_;
    std::vector<std::array<const Source*, 2>> reached_;
    std::vector<std::pair<ActionId, const Source*>> waiting_;
};

}  // namespace

void check_barred_behind_branch(Check& check, const FlowRule& rule) {
    BehindBranches behind(check.flow, rule);
    behind.find();
    for (ActionId id = 0; id < check.flow.actions.size(); ++id) {
        const Source* source = behind.barring(id);
        if (!source) continue;
        const Action& action = check.flow.actions[id];
        Diagnostic& finding =
            report(check.diagnostics, barred_behind_branch, rule.evidence, action.type_span,
                   text({"the service takes no ", quote(info(action.type).name), " behind the branch ",
                         quote(rule.path), " of a ", quote(info(rule.type).name), "; end that branch before it"}));
        finding.labels.push_back({source->branch->label_span, "this branch leads here"});
        about(action, finding);
    }
}

}  // namespace flowc::rules
