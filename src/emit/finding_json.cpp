#include "emit/finding_json.hpp"

#include <vector>

#include "diagnostics/credentials.hpp"
#include "source/utf8.hpp"

namespace flowc::emit_detail {

namespace {

void write_place(JsonWriter& out, Span inside, const Sources& sources) {
    const Span span = sources.outermost(inside);
    const SourceFile& file = sources.file_of(span);
    const Position begin = file.position(span.begin);
    const Position end = file.position(span.end);
    out.member("file", utf8::replaced(file.name()));
    out.member("line", begin.line);
    out.member("column", begin.column);
    out.member("endLine", end.line);
    out.member("endColumn", end.column);
    out.member("offset", span.begin - file.base());
}

void write_fixes(JsonWriter& out, const std::vector<const Fix*>& fixes, const Sources& sources) {
    out.begin_array();
    for (const Fix* fix : fixes) {
        out.begin_object();
        out.member("title", without_confidential(fix->title));
        out.key("safe");
        out.plain(fix->safe ? "true" : "false");
        out.key("edits");
        out.begin_array();
        for (const Edit& edit : fix->edits) {
            out.begin_object();
            write_place(out, edit.span, sources);
            out.member("length", sources.outermost(edit.span).size());
            out.member("text", edit.text);
            out.end_object();
        }
        out.end_array();
        out.end_object();
    }
    out.end_array();
}

}  // namespace

void write_findings(JsonWriter& out, const Diagnostics& findings, const Sources& sources) {
    for (const Diagnostic& finding : findings.items()) {
        out.begin_object();
        write_place(out, finding.span, sources);
        out.key("rule");
        if (finding.rule) out.text(finding.rule->id);
        else out.plain("null");
        out.member("severity", to_string(finding.severity));
        out.member("message", finding.message);
        if (!finding.subject.flow.empty()) out.member("flow", without_confidential(std::string{finding.subject.flow}));
        if (!finding.subject.action.empty())
            out.member("action", without_confidential(std::string{finding.subject.action}));
        out.key("labels");
        out.begin_array();
        for (const Label& label : finding.labels) {
            out.begin_object();
            write_place(out, label.span, sources);
            out.member("message", label.text);
            out.end_object();
        }
        out.end_array();
        std::vector<const Fix*> shown;
        for (const Fix& fix : finding.fixes)
            if (!writes_confidential(fix)) shown.push_back(&fix);
        if (!shown.empty()) {
            out.key("fixes");
            write_fixes(out, shown, sources);
        }
        out.end_object();
    }
}

}  // namespace flowc::emit_detail
