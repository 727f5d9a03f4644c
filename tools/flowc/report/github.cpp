#include "report.hpp"
#include "repository_paths.hpp"

namespace flowc::cli {

namespace {

/// GitHub's own escapes: a message is one line, and a property ends at a comma or a colon.
std::string escaped(std::string_view text, bool property) {
    std::string out;
    for (const char c : text) {
        if (c == '%') out += "%25";
        else if (c == '\r') out += "%0D";
        else if (c == '\n') out += "%0A";
        else if (property && c == ':') out += "%3A";
        else if (property && c == ',') out += "%2C";
        else out += c;
    }
    return out;
}

std::string_view command(Severity severity) { return severity == Severity::note ? "notice" : to_string(severity); }

}  // namespace

std::string report_github(const Report& report) {
    RepositoryPaths paths;
    std::string text;
    for (const Findings& findings : report.files)
        for (const Diagnostic& one : findings.diagnostics->items()) {
            const SourceFile& file = findings.sources->file_of(one.span);
            const Position begin = file.position(one.span.begin);
            const Position end = file.position(one.span.end);
            text.append("::")
                .append(command(one.severity))
                .append(" file=")
                .append(escaped(paths.of(file.name()), true));
            text += ",line=" + std::to_string(begin.line) + ",col=" + std::to_string(begin.column);
            text += ",endLine=" + std::to_string(end.line) + ",endColumn=" + std::to_string(end.column);
            if (one.rule) text.append(",title=").append(escaped(one.rule->id, true));
            text.append("::").append(escaped(one.message, false)) += '\n';
        }
    for (const Unreadable& one : report.unreadable)
        text.append("::error file=")
            .append(escaped(paths.of(one.name), true))
            .append("::")
            .append(escaped(one.why, false)) += '\n';
    return text;
}

}  // namespace flowc::cli
