#include "flowdsl/verbs/contract_data.hpp"

#include "diagnostics/suggest.hpp"
#include "flowdsl/verbs/run_time_value.hpp"
#include "flowdsl/words/nulls.hpp"
#include "flowdsl/words/scalar.hpp"

namespace flowc::dsl {

namespace {

void refuse_name(StepContext& step, Node name, const std::vector<Contract::Field>& fields, const std::string& side, Span declared) {
    std::vector<std::string_view> known;
    for (const Contract::Field& field : fields) known.push_back(field.name);
    const std::string_view near = nearest(name.text(), known);
    Diagnostic& found = step.error(rules::module_contract, name.span(),
                                   side + " no " + quote(name.text()) + "; " +
                                       (!near.empty()   ? "did you mean `" + std::string{near} + "`?"
                                        : known.empty() ? std::string{"remove it, or declare it in the module"}
                                                        : "it declares " + list(known, "and")));
    if (!declared.empty()) found.labels.push_back({declared, "the module"});
}

bool fits(Node value, DataType type) {
    switch (type) {
        case DataType::text: return value.is_scalar() && !value.text().empty() && !is_null(value);
        case DataType::number: return value.is_scalar() && value.style() == Style::plain && is_json_number(value.text());
        case DataType::boolean: return value.is_scalar() && value.style() == Style::plain && parse_switch(value.text());
    }
    return false;
}

std::string what_is_wrong(Node value, DataType type) {
    if (!value.is_scalar()) return std::string{value.is_sequence() ? "this is a list" : "this is a map"} + "; write one value";
    if (value.text().empty() || is_null(value)) return "this is empty, which the service refuses; give it a value or leave it out";
    const bool quoted = value.style() != Style::plain && (type == DataType::number ? is_json_number(value.text()) : parse_switch(value.text()).has_value());
    if (quoted) return "in quotes this is a text; remove them";
    return type == DataType::boolean ? "this is a text; write `true` or `false`" : "this is a text; write a number";
}

}  // namespace

void write_contract_data(StepContext& step, Parameters& parameters, std::string_view key, Node data,
                         const std::vector<Contract::Field>& fields, const std::string& side, Span declared) {
    Parameters values = parameters.object(key, data.span());
    for (const auto [name, value] : data.entries()) {
        const Contract::Field* field = find_field(fields, name.text());
        if (!field) {
            refuse_name(step, name, fields, side, declared);
            continue;
        }
        const bool at_run_time = value.is_scalar() && is_run_time_value(value);
        if (at_run_time && field->type != DataType::text)
            step.error(rules::module_contract, value.span(),
                       "`" + field->name + "` is a " + std::string{to_string(field->type)} +
                           " by the module's contract, and the service refuses a reference there; declare it as `text`");
        else if (!at_run_time && !fits(value, field->type))
            step.error(rules::module_contract, value.span().empty() ? name.span() : value.span(),
                       "`" + field->name + "` is a " + std::string{to_string(field->type)} + " by the module's contract, and " +
                           what_is_wrong(value, field->type));
        else if (!at_run_time && field->type == DataType::boolean)
            values.json(name.text(), NodeKind::boolean, *parse_switch(value.text()) ? "true" : "false", value.span());
        else if (!at_run_time && field->type == DataType::number)
            values.json(name.text(), NodeKind::number, value.text(), value.span());
        else values.text(name.text(), value.text(), value.span());
    }
}

}  // namespace flowc::dsl
