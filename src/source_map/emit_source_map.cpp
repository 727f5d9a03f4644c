#include "emit/json_writer.hpp"
#include "flowc/source_map.hpp"
#include "source/digest.hpp"

namespace flowc {

namespace {

using emit_detail::JsonWriter;

void write(JsonWriter& out, const SourceMap::Place& place) {
    for (const std::uint32_t number :
         {place.source, place.begin.line, place.begin.column, place.end.line, place.end.column})
        out.integer(number);
}

}  // namespace

std::string emit_source_map(const Flow& flow, const Sources& sources, std::string_view file, Target target,
                            std::string_view text) {
    const SourceMap map = source_map(flow, sources);
    const bool wrapped = target == Target::wrapper || target == Target::api;
    JsonWriter out(JsonWriter::Form::indented);
    out.begin_object();
    out.key("version");
    out.integer(1);
    out.member("flow", map.flow);
    out.member("file", file);
    out.member("document", wrapped ? "Content" : "");
    out.member("sha256", digest(text));
    out.key("sources");
    out.begin_array();
    for (const std::string& name : map.sources) out.text(name);
    out.end_array();
    out.key("uses");
    out.begin_array();
    for (const SourceMap::Use& use : map.uses) {
        out.begin_row();
        write(out, use.place);
        if (use.outer != SourceMap::no_use) out.integer(use.outer);
        out.end_row();
    }
    out.end_array();
    out.key("mappings");
    out.begin_array();
    for (const SourceMap::Mapping& one : map.mappings) {
        out.begin_row();
        out.text(one.path);
        write(out, one.place);
        if (one.use != SourceMap::no_use) out.integer(one.use);
        out.end_row();
    }
    out.end_array();
    out.end_object();
    return std::move(out).take() + '\n';
}

}  // namespace flowc
