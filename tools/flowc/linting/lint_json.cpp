#include "linting/lint_json.hpp"

#include "emit/finding_json.hpp"
#include "source/utf8.hpp"

namespace flowc::cli {

std::string lint_json(const std::vector<Findings>& files, const std::vector<Unreadable>& unreadable,
                      const Tally& tally) {
    emit_detail::JsonWriter out(emit_detail::JsonWriter::Form::indented);
    const auto count = [&](std::string_view name, std::size_t number) {
        out.member(name, static_cast<std::int64_t>(number));
    };
    out.begin_object();
    out.member("version", 1);
    out.key("findings");
    out.begin_array();
    for (const Findings& file : files) emit_detail::write_findings(out, *file.diagnostics, *file.sources);
    out.end_array();
    out.key("flows");
    out.begin_array();
    for (const Findings& file : files)
        if (file.flows)
            for (const CheckedFlow& flow : *file.flows) emit_detail::write_checked_flow(out, flow, *file.sources);
    out.end_array();
    out.key("unreadable");
    out.begin_array();
    for (const Unreadable& one : unreadable) {
        out.begin_object();
        out.member("file", utf8::replaced(one.name));
        out.member("message", one.why);
        out.end_object();
    }
    out.end_array();
    out.key("summary");
    out.begin_object();
    count("files", tally.files);
    count("skipped", tally.skipped);
    count("unreadable", tally.unreadable + tally.unwritten);
    count("errors", tally.errors);
    count("warnings", tally.warnings);
    count("notes", tally.notes);
    out.end_object();
    out.end_object();
    return std::move(out).take() + '\n';
}

}  // namespace flowc::cli
