#include <numeric>

#include "diagnostics/render_text.hpp"
#include "report.hpp"
#include "system/parallel.hpp"

namespace flowc::cli {

namespace {

std::string text_of(const Findings& file, bool color) {
    std::vector<Span> confidential;
    for (const Diagnostic& one : file.diagnostics->items())
        if (one.confidential) confidential.push_back(one.span);
    std::string text;
    for (const Diagnostic& one : file.diagnostics->items())
        text += render_text(one, *file.sources, {color}, confidential);
    return text;
}

}  // namespace

std::string report_text(const Report& report, bool color) {
    // To find lines and columns takes a look at the whole of each file.
    std::vector<std::string> texts(report.files.size());
    parallel(report.jobs, texts.size(), [&](std::size_t i) { texts[i] = text_of(report.files[i], color); });
    if (texts.size() == 1) return std::move(texts.front());
    std::string text;
    text.reserve(std::accumulate(texts.begin(), texts.end(), std::size_t{0},
                                 [](std::size_t size, const std::string& each) { return size + each.size(); }));
    for (const std::string& each : texts) text += each;
    return text;
}

std::string report_json(const Report& report) { return lint_json(report.files, report.unreadable, report.tally); }

}  // namespace flowc::cli
