#include "lint_json.hpp"

#include <nlohmann/json.hpp>

namespace flowc::cli {

namespace {

using Json = nlohmann::ordered_json;

Json place(Span span, const Sources& sources) {
    const SourceFile& file = sources.file_of(span);
    const Position begin = file.position(span.begin);
    const Position end = file.position(span.end);
    return {{"file", file.name()}, {"line", begin.line},      {"column", begin.column},
            {"endLine", end.line}, {"endColumn", end.column}, {"offset", span.begin - file.base()}};
}

Json finding(const Diagnostic& one, const Sources& sources) {
    Json json = place(one.span, sources);
    json["rule"] = one.rule ? Json(one.rule->id) : Json(nullptr);
    json["severity"] = to_string(one.severity);
    json["message"] = one.message;
    Json& labels = json["labels"] = Json::array();
    for (const Label& label : one.labels) {
        labels.push_back(place(label.span, sources));
        labels.back()["message"] = label.text;
    }
    return json;
}

}  // namespace

std::string lint_json(const std::vector<Findings>& files, const std::vector<Unreadable>& unreadable,
                      const Tally& tally) {
    Json json{{"version", 1}, {"findings", Json::array()}, {"unreadable", Json::array()}};
    for (const Findings& file : files) {
        for (const Diagnostic& one : file.diagnostics->items()) json["findings"].push_back(finding(one, *file.sources));
    }
    for (const Unreadable& one : unreadable) json["unreadable"].push_back({{"file", one.name}, {"message", one.why}});
    json["summary"] = {{"files", tally.files},   {"skipped", tally.skipped},   {"unreadable", tally.unreadable},
                       {"errors", tally.errors}, {"warnings", tally.warnings}, {"notes", tally.notes}};
    // File names need not be UTF-8.
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace flowc::cli
