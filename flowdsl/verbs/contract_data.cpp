#include "flowdsl/verbs/contract_data.hpp"

#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/flow_lowering.hpp"
#include "flowdsl/verbs/run_time_value.hpp"
#include "flowdsl/words/case_word.hpp"
#include "flowdsl/words/contract_fault.hpp"
#include "flowdsl/words/scalar.hpp"

namespace flowc::dsl {

namespace {

bool is_at_run_time(Node value) { return value.is_scalar() && is_run_time_value(value); }

/// Between `{` and `}` a compile-time value needs the quotes that make a text of it.
std::string place_without_quotes(StepContext& step, const Entry& entry) {
    const std::string_view written = step.flow().sources().slice(entry.value.span());
    if (written.size() < 2 || !written.substr(1).starts_with("${") || written.find('\n') != std::string_view::npos)
        return {};
    return ", and write " +
           quote(std::string{entry.key.text()} + ": " + std::string{written.substr(1, written.size() - 2)}) +
           " on a line of its own";
}

/// Whether there is a fault, which is reported then.
bool is_faulty(StepContext& step, Entry entry, const ContractSide& side) {
    const auto fault = value_fault(entry, side.fields, side.says, is_at_run_time(entry.value));
    if (!fault) return false;
    const std::string cure = fault->of_quotes ? place_without_quotes(step, entry) : std::string();
    Diagnostic& found = step.error(rules::module_contract, fault->span, fault->message + cure);
    if (fault->of_name && !side.declared.empty()) found.labels.push_back({side.declared, "the module"});
    return true;
}

}  // namespace

void check_contract_data(StepContext& step, Node data, const ContractSide& side) {
    for (const Entry entry : data.entries()) is_faulty(step, entry, side);
}

void write_contract_data(StepContext& step, Parameters& parameters, std::string_view key, Node data,
                         const ContractSide& side) {
    Parameters values = parameters.object(key, data.span());
    for (const Entry entry : data.entries()) {
        if (is_faulty(step, entry, side)) continue;
        const auto [name, value] = entry;
        const DataType type = is_at_run_time(value) ? DataType::text : find_field(side.fields, name.text())->type;
        if (type == DataType::boolean)
            values.json(name.text(), NodeKind::boolean, *parse_switch(value.text()) ? "true" : "false", value.span());
        else if (type == DataType::number) values.json(name.text(), NodeKind::number, value.text(), value.span());
        else values.text(name.text(), value.text(), value.span());
    }
}

void check_result_cases(StepContext& step, const KnownFlows::Flow& module, Node cases, bool operators) {
    const auto refuse = [&](Span span, std::string message) {
        step.error(rules::module_contract, span, std::move(message))
            .labels.push_back({step.flow().flows().place(module, module->name_span), "the module"});
    };
    if (module->contract.results.empty())
        return refuse(
            step.span(),
            quote(module->name) +
                " declares no results, so no case can be met; remove `cases`, or declare `results:` in the module");
    for (const auto [key, target] : cases.entries())
        for (const CaseWord& word : read_case(key, operators)) {
            if (word.operand.empty() || word.op != "Equals") continue;
            if (auto fault = result_fault(word.operand, module->contract, quote(module->name), {}))
                refuse(word.span, std::move(*fault));
        }
}

void check_own_result(StepContext& step, Node result) {
    if (step.flow().head_is_doubtful()) return;
    auto fault =
        result_fault(result.text(), step.flow().head().contract, "the module",
                     "declare it in the head, `results: [" + std::string{result.text()} + "]`, or return without one");
    if (fault) step.error(rules::module_contract, result.span(), std::move(*fault));
}

}  // namespace flowc::dsl
