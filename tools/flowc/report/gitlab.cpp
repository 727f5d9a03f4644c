#include <nlohmann/json.hpp>

#include "report.hpp"
#include "repository_paths.hpp"

namespace flowc::cli {

namespace {

using Json = nlohmann::ordered_json;

std::string_view severity_word(Severity severity) {
    return severity == Severity::error ? "major" : severity == Severity::warning ? "minor" : "info";
}

}  // namespace

std::string report_gitlab(const Report& report) {
    RepositoryPaths paths;
    Json list = Json::array();
    for (const Findings& findings : report.files) {
        std::size_t position = 0;
        for (const Diagnostic& one : findings.diagnostics->items()) {
            const SourceFile& file = findings.sources->file_of(one.span);
            const std::string fingerprint =
                position < findings.fingerprints.size() ? findings.fingerprints[position] : std::string();
            ++position;
            list.push_back(
                {{"description", one.message},
                 {"check_name", one.rule ? one.rule->id : std::string_view()},
                 {"fingerprint", fingerprint},
                 {"severity", severity_word(one.severity)},
                 {"location",
                  {{"path", paths.of(file.name())}, {"lines", {{"begin", file.position(one.span.begin).line}}}}}});
        }
    }
    for (const Unreadable& one : report.unreadable)
        list.push_back({{"description", one.why},
                        {"check_name", "unreadable"},
                        {"fingerprint", one.name},
                        {"severity", "blocker"},
                        {"location", {{"path", paths.of(one.name)}, {"lines", {{"begin", 1}}}}}});
    return list.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace flowc::cli
