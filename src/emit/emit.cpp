#include "flowc/emit.hpp"

#include "emit/document.hpp"

namespace flowc {

namespace {

using emit_detail::Header;
using emit_detail::JsonWriter;

/// The document as text in the body of a request. A module has no type: its requests know no such key.
std::string body(const Flow& flow, std::string_view type_key) {
    JsonWriter out(JsonWriter::Form::indented);
    out.begin_object();
    out.member("Name", flow.name);
    if (flow.type != FlowType::unknown && flow.type != FlowType::module) out.member(type_key, info(flow.type).api);
    out.member("Content", emit_detail::document(flow, Header::layout_only, JsonWriter::Form::compact));
    out.end_object();
    return std::move(out).take();
}

std::string text(const Flow& flow, Target target) {
    switch (target) {
        case Target::wrapper: return body(flow, "ContactFlowType");
        case Target::api: return body(flow, "Type");
        case Target::export_: return emit_detail::document(flow, Header::console, JsonWriter::Form::indented);
        case Target::content: break;
    }
    return emit_detail::document(flow, Header::layout_only, JsonWriter::Form::indented);
}

}  // namespace

std::string emit(const Flow& flow, Target target) { return text(flow, target) + '\n'; }

}  // namespace flowc
