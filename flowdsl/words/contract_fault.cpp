#include "flowdsl/words/contract_fault.hpp"

#include <algorithm>
#include <vector>

#include "diagnostics/suggest.hpp"
#include "flowdsl/words/nulls.hpp"
#include "flowdsl/words/scalar.hpp"

namespace flowc::dsl {

namespace {

std::string no_such_name(std::string_view name, const std::vector<Contract::Field>& fields, const std::string& side) {
    std::vector<std::string_view> known;
    for (const Contract::Field& field : fields) known.push_back(field.name);
    const std::string_view near = nearest(name, known);
    return side + " no " + quote(name) + "; " +
           (!near.empty()   ? "did you mean `" + std::string{near} + "`?"
            : known.empty() ? std::string{"remove it, or declare it in the module"}
                            : "it declares " + list(known, "and"));
}

bool fits(Node value, DataType type) {
    switch (type) {
        case DataType::text: return value.is_scalar() && !value.text().empty() && !is_null(value);
        case DataType::number:
            return value.is_scalar() && value.style() == Style::plain && is_json_number(value.text());
        case DataType::boolean: return value.is_scalar() && value.style() == Style::plain && parse_switch(value.text());
    }
    return false;
}

bool fits_without_quotes(Node value, DataType type) {
    return value.is_scalar() && value.style() != Style::plain &&
           (type == DataType::number ? is_json_number(value.text()) : parse_switch(value.text()).has_value());
}

std::string what_is_wrong(Node value, DataType type) {
    if (!value.is_scalar())
        return std::string{value.is_sequence() ? "this is a list" : "this is a map"} + "; write one value";
    if (value.text().empty() || is_null(value))
        return "this is empty, which the service refuses; give it a value or leave it out";
    if (fits_without_quotes(value, type)) return "in quotes this is a text; remove them";
    if (type == DataType::number) return "this is a text; write a number";
    const bool is_number = value.style() == Style::plain && is_json_number(value.text());
    return std::string{is_number ? "this is a number" : "this is a text"} + "; write `true` or `false`";
}

}  // namespace

std::optional<ContractFault> value_fault(Entry entry, const std::vector<Contract::Field>& fields,
                                         const std::string& side, bool at_run_time) {
    const auto [name, value] = entry;
    const Contract::Field* field = find_field(fields, name.text());
    if (!field) return ContractFault{name.span(), no_such_name(name.text(), fields, side), true};
    const std::string of_type =
        "`" + field->name + "` is a " + std::string{to_string(field->type)} + " by the module's contract, and ";
    if (at_run_time) {
        if (field->type == DataType::text) return std::nullopt;
        return ContractFault{value.span(), of_type + "the service refuses a reference there; declare it as `text`"};
    }
    if (fits(value, field->type)) return std::nullopt;
    return ContractFault{value.span().empty() ? name.span() : value.span(), of_type + what_is_wrong(value, field->type),
                         false, field->type != DataType::text && fits_without_quotes(value, field->type)};
}

std::optional<std::string> result_fault(std::string_view word, const Contract& contract, const std::string& whose,
                                        const std::string& none) {
    std::vector<std::string_view> results;
    for (const Contract::Result& result : contract.results) results.push_back(result.name);
    if (std::find(results.begin(), results.end(), word) != results.end()) return std::nullopt;
    const std::string_view near = nearest(word, results);
    return whose + " has no result " + quote(word) + "; " +
           (!near.empty()     ? "did you mean `" + std::string{near} + "`?"
            : results.empty() ? none
                              : "it has " + list(results, "and"));
}

}  // namespace flowc::dsl
