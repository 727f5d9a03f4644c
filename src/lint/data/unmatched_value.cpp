#include <algorithm>
#include <map>
#include <set>

#include "flow_set/summary.hpp"
#include "ir/action_walk.hpp"
#include "lint/lint.hpp"
#include "lint/passes.hpp"
#include "lint/transfers.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo unmatched_value{
    "unmatched-value",
    Category::data,
    Severity::warning,
    "an attribute gets a value that no branch behind it compares with, and that differs from one by a slip of the hand",
    "everybody who is given this value is sent the way of no match",
    "published system: a department was unreachable because one flow wrote `GeneralAssitance` and the next compared "
    "with "
    "`GenerealAssitance`; AWS's reference: texts are compared exactly, capitals too",
    "the way of no match is meant for this value"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// A comparison that a value can come to: in this flow, or at the beginning of another one.
struct Comparer {
    const FlowSummary::Comparison* comparison;
    FlowSet::Entry flow;  ///< none: this flow
};

/// Whether it is known before the call what is written.
bool is_followed(const Lint& lint, const AttributeWrite& write) {
    return write.own && write.key_is_fixed && lint.texts.form(write.value) == ValueForm::fixed &&
           lint.graph.reachable(write.action);
}

/// Whether a use may be what an action compares.
bool may_be_compared(const Lint& lint, const Use& use) {
    if (use.space != Space::attributes || use.operands) return false;
    const ActionInfo* row = lint.row(lint.flow.actions[use.action]);
    return row && row->conditions.allowed != ConditionsInfo::Allowed::never;
}

class Search {
  public:
    explicit Search(const Lint& lint) : lint_(lint) {
        for (const Use& use : lint.uses) {
            if (!may_be_compared(lint, use) || (!own_.empty() && own_.back().action == use.action)) continue;
            if (auto comparison = comparison_of(lint.flow, lint.flow.actions[use.action]))
                own_.push_back({use.action, std::move(*comparison)});
        }
        std::set<const FlowSummary*> begun;
        for (const Transfer& transfer : transfers_of(lint)) {
            transfers_.emplace(transfer.action, transfer.flow);
            if (!begun.insert(transfer.flow.flow).second) continue;
            const auto flows = flows_from(transfer.flow, [](const FlowSummary&) { return true; });
            behind_.insert(behind_.end(), flows.begin(), flows.end());
        }
        if (own_.empty() && transfers_.empty()) return;
        writes_ = lint.written.all();
    }

    void run() {
        // Each value is followed through the flow by itself, so that only some can be: no more than this many are at fault.
        constexpr std::size_t most = 100;
        std::size_t followed = 0;
        const std::vector<std::string_view> compared = compared_attributes();
        for (const AttributeWrite& write : writes_) {
            if (!std::binary_search(compared.begin(), compared.end(), write.key.text()) || !is_followed(lint_, write))
                continue;
            if (is_expected_everywhere(write.key.text(), write.value.text())) continue;
            if (++followed > most) return;
            judge(write, comparers_behind(write));
        }
    }

  private:
    /// What an action of this flow compares.
    struct Compared {
        ActionId action;
        FlowSummary::Comparison comparison;
    };

    /// Sorted.
    std::vector<std::string_view> compared_attributes() const {
        std::vector<std::string_view> names;
        for (const Compared& own : own_) names.push_back(own.comparison.attribute);
        for (const FlowSet::Entry& entry : behind_)
            for (const auto& comparison : entry.flow->comparisons) names.push_back(comparison.attribute);
        std::sort(names.begin(), names.end());
        return names;
    }

    /// Whether an action writes the attribute anew.
    bool writes(ActionId action, std::string_view attribute) const {
        const auto before = [](const AttributeWrite& write, ActionId id) { return write.action < id; };
        auto write = std::lower_bound(writes_.begin(), writes_.end(), action, before);
        for (; write != writes_.end() && write->action == action; ++write)
            if (write->own && write->key.text() == attribute) return true;
        return false;
    }

    /// What an action of this flow compares; null: no attribute.
    const FlowSummary::Comparison* compared_at(ActionId action) const {
        const auto before = [](const Compared& one, ActionId id) { return one.action < id; };
        const auto own = std::lower_bound(own_.begin(), own_.end(), action, before);
        return own != own_.end() && own->action == action ? &own->comparison : nullptr;
    }

    static bool fits(const FlowSummary::Comparison& comparison, std::string_view value) {
        return comparison.open || std::any_of(comparison.branches.begin(), comparison.branches.end(),
                                              [&](const FlowSummary::Branch& branch) {
                                                  return !is_known_test(branch.operator_) ||
                                                         passes(value, branch.operator_, branch.operand);
                                              });
    }

    bool is_expected_everywhere(std::string_view attribute, std::string_view value) const {
        const auto expects = [&](const FlowSummary::Comparison& comparison) {
            return comparison.attribute != attribute || fits(comparison, value);
        };
        return std::all_of(own_.begin(), own_.end(), [&](const Compared& own) { return expects(own.comparison); }) &&
               std::all_of(behind_.begin(), behind_.end(), [&](const FlowSet::Entry& entry) {
                   const auto& comparisons = entry.flow->comparisons;
                   return std::all_of(comparisons.begin(), comparisons.end(), expects);
               });
    }

    /// All comparisons that the value can come to before it is written over.
    std::vector<Comparer> comparers_behind(const AttributeWrite& write) const {
        const std::string_view attribute = write.key.text();
        std::vector<Comparer> comparers;
        ActionWalk walk(lint_.flow);
        const auto go_on = [&](ActionId id) {
            for (const Transition& edge : lint_.flow.transitions_of(lint_.flow.actions[id]))
                if (id != write.action || edge.kind != Transition::Kind::error) walk.reach(edge.target);
        };
        go_on(write.action);
        while (!walk.done()) {
            const ActionId id = walk.next();
            if (writes(id, attribute)) continue;
            if (const auto* own = compared_at(id); own && own->attribute == attribute) comparers.push_back({own, {}});
            const auto [first, last] = transfers_.equal_range(id);
            for (auto transfer = first; transfer != last; ++transfer)
                add_comparers(transfer->second, attribute, comparers);
            go_on(id);
        }
        return comparers;
    }

    void add_comparers(const FlowSet::Entry& first, std::string_view attribute,
                       std::vector<Comparer>& comparers) const {
        const auto keeps = [&](const FlowSummary& flow) {
            const auto writes = [&](const FlowSummary::Write& write) { return write.attribute == attribute; };
            return !flow.writes_any && std::none_of(flow.writes.begin(), flow.writes.end(), writes);
        };
        for (const FlowSet::Entry& entry : flows_from(first, keeps))
            for (const auto& comparison : entry.flow->comparisons)
                if (comparison.attribute == attribute) comparers.push_back({&comparison, entry});
    }

    /// A flow and those that it leads to, as far as each hands on what it is told.
    template <typename HandsOn>
    std::vector<FlowSet::Entry> flows_from(const FlowSet::Entry& first, const HandsOn& hands_on) const {
        constexpr std::size_t most = 16;  // what has come through more flows has been forgotten
        std::vector<FlowSet::Entry> flows;
        const auto meet = [&](const FlowSet::Entry& next) {
            const auto is_next = [&](const FlowSet::Entry& one) { return one.flow == next.flow; };
            if (next && flows.size() < most && hands_on(*next.flow) &&
                std::none_of(flows.begin(), flows.end(), is_next))
                flows.push_back(next);
        };
        meet(first);
        for (std::size_t at = 0; at < flows.size(); ++at) {
            const FlowSet::Entry from = flows[at];
            for (const FlowSummary::Lead& lead : from.flow->leads) {
                const FlowSet::Entry next = lint_.others.set()->find(lead.reference, from.file->file);
                meet(next ? next : lint_.others.set()->find(lead.name));
            }
        }
        return flows;
    }

    void judge(const AttributeWrite& write, const std::vector<Comparer>& comparers) const {
        const std::string_view value = write.value.text();
        for (const Comparer& comparer : comparers)
            if (fits(*comparer.comparison, value)) return;
        for (const Comparer& comparer : comparers)
            for (const FlowSummary::Branch& branch : comparer.comparison->branches)
                if (branch.operator_ == "Equals" && is_slip(value, branch.operand))
                    return report(write, comparer, branch);
    }

    void report(const AttributeWrite& write, const Comparer& comparer, const FlowSummary::Branch& branch) const {
        const std::string_view name = comparer.flow ? comparer.flow.flow->name : std::string_view{};
        const std::string where = !comparer.flow ? std::string("this flow")
                                  : name.empty() ? rules::text({"the flow in ", quote(comparer.flow.file->file)})
                                                 : rules::text({"the flow ", quote(name)});
        Diagnostic& found = lint_.diagnostics.report(
            rules::unmatched_value, write.value.span(),
            rules::text({"no branch of ", where, " compares ", quote(write.key.text()), " with ",
                         quote(write.value.text()), "; did you mean ", quote(branch.operand), "?"}));
        if (comparer.flow && branch.span.empty()) return;
        found.labels.push_back({comparer.flow ? lint_.others.place(comparer.flow, branch.span) : branch.span,
                                "the branch that was probably meant"});
    }

    const Lint& lint_;
    std::span<const AttributeWrite> writes_;  ///< by action
    std::vector<Compared> own_;               ///< by action
    std::multimap<ActionId, FlowSet::Entry> transfers_;
    std::vector<FlowSet::Entry> behind_;  ///< the flows that contacts may come to from here
};

}  // namespace

void check_unmatched_value(const Lint& lint) {
    const auto is_compared = [&](const Use& use) { return may_be_compared(lint, use); };
    if (!lint.others.set() && std::none_of(lint.uses.begin(), lint.uses.end(), is_compared)) return;
    const std::vector<AttributeWrite>& writes = lint.written.all();
    if (std::any_of(writes.begin(), writes.end(), [&](const AttributeWrite& one) { return is_followed(lint, one); }))
        Search(lint).run();
}

}  // namespace flowc::lint
