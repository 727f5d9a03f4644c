#include "flowdsl/c_abi/result.hpp"

#include "emit/checked_flow.hpp"
#include "emit/finding_json.hpp"
#include "flowc/flowc.h"
#include "flowc/source_map.hpp"
#include "flowdsl/words/resource_word.hpp"
#include "source/utf8.hpp"

namespace flowc::c_abi {

namespace {

using emit_detail::JsonWriter;

void write_flow(JsonWriter& out, const CompiledFlow& compiled, const Sources& sources, const Options& options) {
    const std::string json = emit(compiled.flow, options.target);
    out.begin_object();
    out.member("name", compiled.flow.name);
    out.member("type", info(compiled.flow.type).api);
    out.member("json", json);
    out.key("resources");
    out.begin_array();
    for (const Resource& resource : compiled.resources) {
        out.begin_object();
        out.member("kind", dsl::word_for(resource.kind));
        out.member("name", resource.name);
        out.end_object();
    }
    out.end_array();
    if (options.source_map) out.member("source_map", emit_source_map(compiled.flow, sources, "", options.target, json));
    out.end_object();
}

JsonWriter begin_result() {
    JsonWriter out(JsonWriter::Form::compact);
    out.begin_object();
    out.member("version", FLOWC_ABI_VERSION);
    return out;
}

void write_findings(JsonWriter& out, const std::vector<Findings>& findings) {
    out.key("findings");
    out.begin_array();
    for (const Findings& each : findings) emit_detail::write_findings(out, *each.diagnostics, *each.sources);
    out.end_array();
}

std::string end_result(JsonWriter&& out) {
    out.end_object();
    return std::move(out).take();
}

}  // namespace

std::string write_compiled(const std::vector<Findings>& findings, const std::vector<CompiledFlow>& flows,
                           const Sources& sources, const Options& options) {
    JsonWriter out = begin_result();
    write_findings(out, findings);
    out.key("flows");
    out.begin_array();
    for (const CompiledFlow& compiled : flows) write_flow(out, compiled, sources, options);
    out.end_array();
    return end_result(std::move(out));
}

std::string write_checked(const std::vector<Findings>& findings, const std::vector<Flow>& flows,
                          const Sources& sources) {
    JsonWriter out = begin_result();
    write_findings(out, findings);
    out.key("flows");
    out.begin_array();
    for (const Flow& flow : flows)
        emit_detail::write_checked_flow(out, emit_detail::checked_flow(flow, sources), sources);
    out.end_array();
    return end_result(std::move(out));
}

std::string write_error(std::string_view error, const std::vector<Findings>& findings) {
    JsonWriter out = begin_result();
    out.member("error", utf8::replaced(error));
    write_findings(out, findings);
    return end_result(std::move(out));
}

}  // namespace flowc::c_abi
