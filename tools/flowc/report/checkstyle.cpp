#include <map>

#include "report.hpp"
#include "xml.hpp"

namespace flowc::cli {

std::string report_checkstyle(const Report& report) {
    std::map<std::string, std::string> files;
    for (const Findings& findings : report.files)
        for (const Diagnostic& one : findings.diagnostics->items()) {
            const SourceFile& file = findings.sources->file_of(one.span);
            const Position begin = file.position(one.span.begin);
            files[file.name()] += "    <error line=\"" + std::to_string(begin.line) + "\" column=\"" +
                                  std::to_string(begin.column) + "\" severity=\"" +
                                  (one.severity == Severity::note ? "info" : std::string(to_string(one.severity))) +
                                  "\" message=\"" + xml_value(one.message) + "\" source=\"flowc." +
                                  xml_value(one.rule ? one.rule->id : std::string_view()) + "\"/>\n";
        }
    for (const Unreadable& one : report.unreadable)
        files[one.name] += "    <error line=\"1\" severity=\"error\" message=\"" + xml_value(one.why) +
                           "\" source=\"flowc.unreadable\"/>\n";
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"8.0\">\n";
    for (const auto& [name, errors] : files)
        text += "  <file name=\"" + xml_value(name) + "\">\n" + errors + "  </file>\n";
    return text + "</checkstyle>\n";
}

}  // namespace flowc::cli
