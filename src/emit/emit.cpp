#include "flowc/emit.hpp"

#include "emit/document.hpp"
#include "emit/module_settings.hpp"

namespace flowc {

namespace {

using emit_detail::Header;
using emit_detail::JsonWriter;

/// The document as text in the body of a request. A module has no type: its requests know no such key, but carry its
/// contract. Only the service's own request knows what the flow is for.
std::string body(const Flow& flow, std::string_view type_key, std::string_view description) {
    constexpr std::size_t for_the_rest = 1024;
    JsonWriter out(JsonWriter::Form::indented,
                   emit_detail::usual_size(flow) * 5 / 4 + for_the_rest);  // with a backslash for each quote
    out.begin_object();
    out.member("Name", flow.name);
    if (flow.type != FlowType::unknown && flow.type != FlowType::module) out.member(type_key, info(flow.type).api);
    if (!description.empty()) out.member("Description", description);
    out.key("Content");
    out.begin_text();
    emit_detail::write_document(out, flow, Header::layout_only);
    out.end_text();
    if (!flow.contract.empty()) out.member("Settings", emit_detail::module_settings(flow.contract));
    out.end_object();
    return std::move(out).take();
}

/// Indented for people, where the spaces do not make it longer than the service takes.
std::string readable(const Flow& flow, Header header) {
    constexpr std::size_t most = 256'000;
    std::string indented = emit_detail::document(flow, header, JsonWriter::Form::indented);
    return indented.size() <= most ? indented : emit_detail::document(flow, header, JsonWriter::Form::compact);
}

std::string text(const Flow& flow, Target target) {
    switch (target) {
        case Target::wrapper: return body(flow, "ContactFlowType", {});
        case Target::api: return body(flow, "Type", flow.description);
        case Target::export_: return readable(flow, Header::console);
        case Target::content: break;
    }
    return readable(flow, Header::layout_only);
}

}  // namespace

std::string emit(const Flow& flow, Target target) { return text(flow, target) + '\n'; }

}  // namespace flowc
