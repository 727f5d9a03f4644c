#include "forms/read_contract.hpp"

#include "ir/placeholder.hpp"
#include "syntax/read.hpp"

namespace flowc {

namespace {

std::optional<DataType> type_of(std::string_view word) {
    if (word == "string") return DataType::text;
    if (word == "number" || word == "integer") return DataType::number;
    if (word == "boolean") return DataType::boolean;
    return std::nullopt;
}

/// The fields of `{"schema": {"type": "object", "properties": {…}}}`; absent: there are none. False: others may be.
bool read_fields(Node side, std::vector<Contract::Field>& fields) {
    if (!side || side.kind() == NodeKind::null) return true;
    const Node schema = side.find("schema");
    for (const auto [key, value] : schema.entries()) {
        const std::string_view word = key.text();
        const bool closes = word == "additionalProperties" && value.text() == "false";
        if (word != "type" && word != "properties" && word != "required" && word != "$schema" && !closes) return false;
    }
    if (!schema.is_mapping() || !schema.find("properties").is_mapping()) return false;
    for (const auto [name, property] : schema.find("properties").entries()) {
        const auto type = type_of(property.find("type").text());
        if (!type || has_placeholder(name.text())) return false;
        fields.push_back({std::string(name.text()), *type, {}});
    }
    return true;
}

std::optional<Contract> contract_of(Node settings) {
    if (!settings.is_mapping()) return std::nullopt;
    Contract contract;
    if (!read_fields(settings.find("input"), contract.accepts)) return std::nullopt;
    if (!read_fields(settings.find("resultData"), contract.produces)) return std::nullopt;
    const Node transitions = settings.find("transitions");
    const Node results = transitions.find("results");
    if (transitions && !results.is_sequence()) return std::nullopt;
    for (const Node result : results.items()) {
        const std::string_view name = result.find("name").text();
        if (name.empty() || has_placeholder(name)) return std::nullopt;
        contract.results.push_back({std::string(name), {}});
    }
    return contract;
}

}  // namespace

std::optional<Contract> read_contract(Node settings) {
    if (!settings.is_string()) return contract_of(settings);
    if (has_placeholder(settings.text())) return std::nullopt;
    Sources sources;
    Diagnostics unsaid;
    const SyntaxTree tree = read_json(sources.file(sources.add("Settings", settings.text())), unsaid);
    return tree.roots().empty() ? std::nullopt : contract_of(tree.node(tree.roots().front()));
}

}  // namespace flowc
