#include <map>
#include <nlohmann/json.hpp>

#include "diagnostics/credentials.hpp"
#include "flowc/version.hpp"
#include "report.hpp"
#include "repository_paths.hpp"
#include "source/ascii.hpp"

namespace flowc::cli {

namespace {

using Json = nlohmann::ordered_json;

/// A path as the reference of a URI: what is no letter, digit or harmless sign is written by its bytes.
std::string uri_of(std::string_view path) {
    static constexpr std::string_view harmless = "-._~/!$&'()*+,;=@";
    std::string uri;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = is_letter_or_digit(c) || harmless.find(c) != std::string_view::npos;
        if (plain) uri += c;
        else uri.append({'%', "0123456789ABCDEF"[byte >> 4], "0123456789ABCDEF"[byte & 15]});
    }
    return uri;
}

std::string_view level(Severity severity) { return to_string(severity); }

Json region(Span span, const Sources& sources) {
    const SourceFile& file = sources.file_of(span);
    const Position begin = file.position(span.begin);
    const Position end = file.position(span.end);
    return {{"startLine", begin.line}, {"startColumn", begin.column}, {"endLine", end.line}, {"endColumn", end.column}};
}

Json place(Span span, const Sources& sources, RepositoryPaths& paths) {
    return {{"artifactLocation", {{"uri", uri_of(paths.of(sources.file_of(span).name()))}}},
            {"region", region(span, sources)}};
}

Json fix_of(const Fix& fix, const Sources& sources, RepositoryPaths& paths) {
    std::map<std::string, Json> changes;  // by file
    for (const Edit& edit : fix.edits) {
        Json replacement{{"deletedRegion", region(edit.span, sources)}, {"insertedContent", {{"text", edit.text}}}};
        auto [change, added] = changes.try_emplace(sources.file_of(edit.span).name(), Json::array());
        change->second.push_back(std::move(replacement));
    }
    Json json{{"description", {{"text", without_confidential(fix.title)}}}, {"artifactChanges", Json::array()}};
    for (auto& [name, replacements] : changes)
        json["artifactChanges"].push_back(
            {{"artifactLocation", {{"uri", uri_of(paths.of(name))}}}, {"replacements", replacements}});
    return json;
}

/// What there is to say of a rule; `strong` is around each heading.
std::string help_of(const RuleInfo& rule, std::string_view strong) {
    std::string text;
    const auto part = [&](std::string_view heading, std::string_view words) {
        if (words.empty()) return;
        if (!text.empty()) text += "\n\n";
        text.append(strong).append(heading).append(":").append(strong).append(" ").append(words);
    };
    part("Why", rule.why);
    part("Evidence", rule.evidence);
    part("When it is wrong", rule.wrong_when);
    return text;
}

Json rule_of(const RuleInfo& rule) {
    return {{"id", rule.id},
            {"shortDescription", {{"text", rule.summary}}},
            {"fullDescription", {{"text", rule.why}}},
            {"help", {{"text", help_of(rule, "")}, {"markdown", help_of(rule, "**")}}},
            {"defaultConfiguration", {{"enabled", rule.by_default}, {"level", level(rule.severity)}}},
            {"properties", {{"category", to_string(rule.category)}}}};
}

class Sarif {
  public:
    explicit Sarif(const Report& report) {
        for (const RuleInfo* rule : all_rules()) {
            positions_[rule] = rules_.size();
            rules_.push_back(rule_of(*rule));
        }
        for (const Findings& file : report.files) {
            std::size_t position = 0;
            for (const Diagnostic& one : file.diagnostics->items()) {
                results_.push_back(result(one, *file.sources));
                if (position < file.fingerprints.size())
                    results_.back()["partialFingerprints"] = {{"flowc/v1", file.fingerprints[position]}};
                ++position;
            }
        }
        for (const Unreadable& one : report.unreadable)
            notifications_.push_back({{"level", "error"}, {"message", {{"text", one.name + " " + one.why}}}});
    }

    std::string text() const {
        const Json driver{{"name", "flowc"}, {"version", version()}, {"rules", rules_}};
        Json invocation{{"executionSuccessful", notifications_.empty()}};
        if (!notifications_.empty()) invocation["toolExecutionNotifications"] = notifications_;
        const Json run{{"tool", {{"driver", driver}}},
                       {"columnKind", "unicodeCodePoints"},
                       {"invocations", Json::array({invocation})},
                       {"results", results_}};
        const Json log{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                       {"version", "2.1.0"},
                       {"runs", Json::array({run})}};
        return log.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
    }

  private:
    Json result(const Diagnostic& one, const Sources& sources) {
        Json json;
        if (one.rule) {
            json["ruleId"] = one.rule->id;
            json["ruleIndex"] = positions_.at(one.rule);
        }
        json["level"] = level(one.severity);
        json["message"] = {{"text", one.message}};
        Json location{{"physicalLocation", place(one.span, sources, paths_)}};
        if (!one.subject.action.empty()) {
            const std::string action = without_confidential(std::string{one.subject.action});
            const std::string flow = without_confidential(std::string{one.subject.flow});
            location["logicalLocations"] =
                Json::array({{{"name", action}, {"kind", "member"}, {"fullyQualifiedName", flow + "/" + action}}});
        }
        json["locations"] = Json::array({location});
        Json related = Json::array();
        for (const Label& label : one.labels)
            related.push_back({{"id", related.size()},
                               {"physicalLocation", place(label.span, sources, paths_)},
                               {"message", {{"text", label.text}}}});
        if (!related.empty()) json["relatedLocations"] = std::move(related);
        Json fixes = Json::array();
        for (const Fix& fix : one.fixes)
            if (!writes_confidential(fix)) fixes.push_back(fix_of(fix, sources, paths_));
        if (!fixes.empty()) json["fixes"] = std::move(fixes);
        return json;
    }

    RepositoryPaths paths_;
    std::map<const RuleInfo*, std::size_t> positions_;
    Json rules_ = Json::array();
    Json results_ = Json::array();
    Json notifications_ = Json::array();
};

}  // namespace

std::string report_sarif(const Report& report) { return Sarif(report).text(); }

}  // namespace flowc::cli
