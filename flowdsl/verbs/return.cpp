#include <algorithm>
#include <vector>

#include "diagnostics/suggest.hpp"
#include "flowdsl/flow_lowering.hpp"
#include "flowdsl/scalar.hpp"
#include "flowdsl/step_context.hpp"
#include "flowdsl/verbs/run_time_value.hpp"

namespace flowc::dsl {

namespace {

/// The module's `results` must name what it returns: the service refuses any other.
void check_result(StepContext& step, Node result) {
    std::vector<std::string_view> results;
    for (const Node one : step.flow().head().document.find("results").items()) results.push_back(one.text());
    if (std::find(results.begin(), results.end(), result.text()) != results.end()) return;
    const std::string_view near = nearest(result.text(), results);
    step.error(rules::unknown_name, result.span(),
               "the module has no result " + quote(result.text()) + "; " +
                   (!near.empty()     ? "did you mean `" + std::string{near} + "`?"
                    : results.empty() ? "named results are not served by this edition of flowc, so write `return` alone"
                                      : "it has " + list(results, "and")));
}

void check_type(StepContext& step, std::string_view name, Node value, std::string_view type) {
    if (!value.is_scalar() || type == "text") return;
    if (is_run_time_value(value)) {
        step.warn(rules::bad_value, value.span(),
                  "`" + std::string{name} + "` is a " + std::string{type} +
                      ", and the service was seen to refuse a reference there; produce a text instead");
        return;
    }
    const bool plain = value.style() == Style::plain;
    const bool fits = type == "boolean" ? value.text() == "true" || value.text() == "false"
                                        : value.text().find_first_not_of("0123456789+-.eE") == std::string_view::npos;
    if (!plain || !fits)
        step.error(rules::bad_value, value.span(),
                   "`" + std::string{name} + "` is a " + std::string{type} +
                       " by the module's `produces`, and this is a text");
}

/// `data` must hold what the module's `produces` declares, and nothing else.
void check_data(StepContext& step, Node data) {
    const Node produces = step.flow().head().document.find("produces");
    std::vector<std::string_view> names;
    for (const auto [name, type] : produces.entries()) names.push_back(name.text());
    for (const auto [name, value] : data.entries()) {
        if (const Node type = produces.find(name.text())) {
            check_type(step, name.text(), value, type.text());
            continue;
        }
        const std::string_view near = nearest(name.text(), names);
        step.error(rules::unknown_name, name.span(),
                   "the module produces no " + quote(name.text()) + "; " +
                       (near.empty() ? "what modules produce is not served by this edition of flowc, so `set` it as an attribute"
                                     : "did you mean `" + std::string{near} + "`?"));
    }
}

}  // namespace

static void lower(StepContext& step) {
    const Node result = step.value();
    const Node data = step.option("data");
    ActionDraft& end = step.action(ActionType::EndFlowModuleExecution);
    const bool named = result && !(result.is_scalar() && result.text().empty());
    Parameters parameters = step.parameters(end);
    if (named) {
        if (const auto text = step.read_text(result, "return")) {
            check_result(step, result);
            parameters.literal("Result", *text, result.span());
        }
    }
    if (data && step.read_map(data, "data", {})) {
        check_data(step, data);
        parameters.data("ResultData", data);
    }
}

static constexpr ActionType types[] = {ActionType::EndFlowModuleExecution};
static constexpr OptionInfo options[] = {
    {.name = "data",
     .kind = OptionKind::data,
     .summary = "what the module hands to its caller, by the names in `produces`"},
};

extern const VerbInfo verb_return;
const VerbInfo verb_return{
    .name = "return",
    .section = "Route",
    .summary = "goes back from a module to the flow that invoked it, with a result and data",
    .value = OptionKind::text,
    .value_optional = true,
    .options = options,
    .failure = Failure::unwritten,
    .types = types,
    .example = "return: Found",
    .lower = lower,
};

}  // namespace flowc::dsl
