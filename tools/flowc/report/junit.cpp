#include <map>

#include "report.hpp"
#include "xml.hpp"

namespace flowc::cli {

namespace {

/// One file as a test: it fails with its errors and warnings; notes are what it prints.
struct Case {
    std::string failures;
    std::string notes;
};

std::string place(const Diagnostic& one, const Sources& sources) {
    const SourceFile& file = sources.file_of(one.span);
    const Position begin = file.position(one.span.begin);
    return file.name() + ":" + std::to_string(begin.line) + ":" + std::to_string(begin.column);
}

}  // namespace

std::string report_junit(const Report& report) {
    std::map<std::string, Case> cases;
    for (const Findings& findings : report.files) {
        if (!findings.name.empty()) cases[std::string(findings.name)];
        for (const Diagnostic& one : findings.diagnostics->items()) {
            Case& test = cases[findings.sources->file_of(one.span).name()];
            const std::string_view rule = one.rule ? one.rule->id : std::string_view();
            if (one.severity == Severity::note) {
                test.notes += xml_value(place(one, *findings.sources) + ": " + one.message) + "\n";
                continue;
            }
            test.failures.append("      <failure type=\"").append(to_string(one.severity)).append("\" message=\"");
            test.failures.append(xml_value(place(one, *findings.sources) + ": " + one.message + " ["))
                .append(xml_value(rule))
                .append("]\"/>\n");
        }
    }
    for (const Unreadable& one : report.unreadable)
        cases[one.name].failures += "      <failure type=\"unreadable\" message=\"" + xml_value(one.why) + "\"/>\n";
    std::size_t failed = 0;
    std::string tests;
    for (const auto& [name, test] : cases) {
        failed += test.failures.empty() ? 0 : 1;
        tests += "    <testcase classname=\"flowc.lint\" name=\"" + xml_value(name) + "\"";
        std::string inside = test.failures;
        if (!test.notes.empty()) inside += "      <system-out>" + test.notes + "</system-out>\n";
        tests += inside.empty() ? "/>\n" : ">\n" + inside + "    </testcase>\n";
    }
    const std::string counts =
        " tests=\"" + std::to_string(cases.size()) + "\" failures=\"" + std::to_string(failed) + "\"";
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + counts + ">\n  <testsuite name=\"flowc lint\"" +
           counts + ">\n" + tests + "  </testsuite>\n</testsuites>\n";
}

}  // namespace flowc::cli
