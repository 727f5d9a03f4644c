#include "flowdsl/c_abi/result.hpp"

#include "emit/finding_json.hpp"
#include "flowc/flowc.h"
#include "flowdsl/resource_word.hpp"
#include "source/utf8.hpp"

namespace flowc::c_abi {

namespace {

using emit_detail::JsonWriter;

void write_flow(JsonWriter& out, const CompiledFlow& compiled, Target target) {
    out.begin_object();
    out.member("name", compiled.flow.name);
    out.member("type", info(compiled.flow.type).api);
    out.member("json", emit(compiled.flow, target));
    out.key("resources");
    out.begin_array();
    for (const Resource& resource : compiled.resources) {
        out.begin_object();
        out.member("kind", dsl::word_for(resource.kind));
        out.member("name", resource.name);
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

void write_findings(JsonWriter& out, const std::vector<Findings>& findings) {
    out.key("findings");
    out.begin_array();
    for (const Findings& each : findings) emit_detail::write_findings(out, *each.diagnostics, *each.sources);
    out.end_array();
}

}  // namespace

std::string write_result(const std::vector<Findings>& findings, const std::vector<CompiledFlow>* flows, Target target) {
    JsonWriter out(JsonWriter::Form::compact);
    out.begin_object();
    out.member("version", FLOWC_ABI_VERSION);
    write_findings(out, findings);
    if (flows) {
        out.key("flows");
        out.begin_array();
        for (const CompiledFlow& compiled : *flows) write_flow(out, compiled, target);
        out.end_array();
    }
    out.end_object();
    return std::move(out).take();
}

std::string write_error(std::string_view error, const std::vector<Findings>& findings) {
    JsonWriter out(JsonWriter::Form::compact);
    out.begin_object();
    out.member("version", FLOWC_ABI_VERSION);
    out.member("error", utf8::replaced(error));
    write_findings(out, findings);
    out.end_object();
    return std::move(out).take();
}

}  // namespace flowc::c_abi
