#include "diagnostics/render_text.hpp"
#include "report.hpp"

namespace flowc::cli {

std::string report_text(const Report& report, bool color) {
    std::string text;
    for (const Findings& file : report.files) {
        std::vector<Span> confidential;
        for (const Diagnostic& one : file.diagnostics->items())
            if (one.confidential) confidential.push_back(one.span);
        for (const Diagnostic& one : file.diagnostics->items())
            text += render_text(one, *file.sources, {color}, confidential);
    }
    return text;
}

std::string report_json(const Report& report) { return lint_json(report.files, report.unreadable, report.tally); }

}  // namespace flowc::cli
