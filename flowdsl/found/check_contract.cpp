#include "flowdsl/found/check_contract.hpp"

#include <algorithm>
#include <map>

#include "catalogue/flow_rule.hpp"
#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"
#include "flowdsl/words/contract_fault.hpp"
#include "ir/arn.hpp"
#include "ir/named_flows.hpp"
#include "ir/subject.hpp"
#include "ir/value_form.hpp"

namespace flowc::dsl {

namespace {

/// Whether an id or an ARN names one version of many, which may have had another contract.
bool names_a_version(std::string_view text) {
    if (!is_uuid(id_of_arn(text))) return false;
    const std::size_t colon = text.find(':', text.rfind('/') + 1);
    return colon != std::string_view::npos && text.substr(colon) != ":$LATEST";
}

class ContractCheck {
  public:
    ContractCheck(const Flow& flow, const Contract* own, const lint::OtherFlows& others, Diagnostics& diagnostics)
        : flow_(flow), own_(own), diagnostics_(diagnostics) {
        if (!others.set()) return;
        for (const NamedFlow& named : named_flows(flow)) {
            if (!named.known || names_a_version(named.value.text())) continue;
            const FlowSet::Entry entry = others.find(named);
            if (entry && entry.flow->contract) modules_.emplace(named.action, entry.flow);
        }
    }

    void run() {
        if (!own_ && modules_.empty()) return;
        for (ActionId id = 0; id < flow_.actions.size(); ++id)
            for (const FlowRule& rule : flow_rules(flow_.actions[id].type)) check(rule, id);
    }

  private:
    void check(const FlowRule& rule, ActionId id) {
        const Action& action = flow_.actions[id];
        const Node value = flow_.node(action.parameters).find(rule.path);
        const auto found = modules_.find(id);
        const FlowSummary* module = found == modules_.end() ? nullptr : found->second;
        switch (rule.kind) {
            case FlowRule::Kind::accepted_by_module:
                if (module) check_data(action, value, module->contract->accepts, quote(module->name) + " accepts");
                return;
            case FlowRule::Kind::branches_of_module:
                if (module) check_branches(action, *module);
                return;
            case FlowRule::Kind::result_of_own_module:
                if (own_ && value_form(value) == ValueForm::fixed)
                    report(action, value.span(),
                           result_fault(value.text(), *own_, "the module",
                                        "return without one, or declare it in `Settings`"));
                return;
            case FlowRule::Kind::produced_by_own_module:
                if (own_) check_data(action, value, own_->produces, "the module produces");
                return;
            default: return;
        }
    }

    void check_data(const Action& action, Node data, const std::vector<Contract::Field>& fields,
                    const std::string& side) {
        for (const Entry entry : data.entries()) {
            const ValueForm form = value_form(entry.value);
            if (form == ValueForm::placeholder || value_form(entry.key) == ValueForm::placeholder) continue;
            const bool at_run_time = form == ValueForm::reference || form == ValueForm::mixed;
            if (auto fault = value_fault(entry, fields, side, at_run_time))
                report(action, fault->span, std::move(fault->message));
        }
    }

    void check_branches(const Action& action, const FlowSummary& module) {
        for (const Transition& branch : flow_.transitions_of(action, Transition::Kind::condition))
            for (const Node operand : flow_.node(branch.operands).items())
                if (value_form(operand) == ValueForm::fixed)
                    report(action, operand.span(),
                           result_fault(operand.text(), *module.contract, quote(module.name),
                                        "take the condition out, or declare it there"));
    }

    void report(const Action& action, Span span, std::optional<std::string> message) {
        if (message) about(action, diagnostics_.report(rules::module_contract, span, std::move(*message)));
    }

    const Flow& flow_;
    const Contract* own_;
    Diagnostics& diagnostics_;
    std::map<ActionId, const FlowSummary*> modules_;  ///< those that an action invokes
};

}  // namespace

void check_contract(const Flow& flow, const Contract* own, const lint::OtherFlows& others, Diagnostics& diagnostics) {
    ContractCheck(flow, own, others, diagnostics).run();
}

}  // namespace flowc::dsl
