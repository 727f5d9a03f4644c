#include "emit/checked_flow.hpp"

#include "source/utf8.hpp"

namespace flowc::emit_detail {

namespace {

std::string_view word(TypeSource source) {
    switch (source) {
        case TypeSource::file: return "file";
        case TypeSource::caller: return "option";
        case TypeSource::actions: break;
    }
    return "actions";
}

}  // namespace

CheckedFlow checked_flow(const Flow& flow, const Sources& sources) {
    const Span whole = flow.document == no_node ? flow.name_span : flow.node(flow.document).span();
    return {flow.name, flow.type, flow.type_source, sources.outermost(whole)};
}

void write_checked_flow(JsonWriter& out, const CheckedFlow& flow, const Sources& sources) {
    const SourceFile& file = sources.file_of(flow.span);
    const Position begin = file.position(flow.span.begin);
    const bool known = flow.type != FlowType::unknown;
    const auto word_or_null = [&](std::string_view key, std::string_view text) {
        out.key(key);
        if (known) out.text(text);
        else out.plain("null");
    };
    out.begin_object();
    out.member("file", utf8::replaced(file.name()));
    out.member("line", begin.line);
    out.member("column", begin.column);
    out.member("offset", flow.span.begin - file.base());
    out.member("name", flow.name);
    word_or_null("type", known ? info(flow.type).api : std::string_view());
    word_or_null("typeFrom", word(flow.type_source));
    out.end_object();
}

}  // namespace flowc::emit_detail
