#include "emit/module_settings.hpp"

#include "emit/json_writer.hpp"

namespace flowc::emit_detail {

namespace {

std::string_view schema_type(DataType type) {
    switch (type) {
        case DataType::text: return "string";
        case DataType::number: return "number";
        case DataType::boolean: break;
    }
    return "boolean";
}

/// A property is optional: the service takes a module that is told, or hands back, less than it declares.
void write_schema(JsonWriter& out, std::string_view key, const std::vector<Contract::Field>& fields) {
    if (fields.empty()) return;
    out.key(key);
    out.begin_object();
    out.key("schema");
    out.begin_object();
    out.member("type", "object");
    out.key("properties");
    out.begin_object();
    for (const Contract::Field& field : fields) {
        out.key(field.name);
        out.begin_object();
        out.member("type", schema_type(field.type));
        out.end_object();
    }
    out.end_object();
    out.end_object();
    out.end_object();
}

void write_results(JsonWriter& out, const std::vector<Contract::Result>& results) {
    if (results.empty()) return;
    out.key("transitions");
    out.begin_object();
    out.key("results");
    out.begin_array();
    for (const Contract::Result& result : results) {
        out.begin_object();
        out.member("name", result.name);
        out.member("description", "");
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

}  // namespace

std::string module_settings(const Contract& contract) {
    JsonWriter out(JsonWriter::Form::compact);
    out.begin_object();
    write_schema(out, "input", contract.accepts);
    write_schema(out, "resultData", contract.produces);
    write_results(out, contract.results);
    out.end_object();
    return std::move(out).take();
}

}  // namespace flowc::emit_detail
