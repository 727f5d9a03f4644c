#include "linting/baseline.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace flowc::cli {

using Json = nlohmann::ordered_json;

std::string baseline_text(std::vector<KnownFinding> findings) {
    std::sort(findings.begin(), findings.end());
    Json json{{"version", 1}, {"findings", Json::array()}};
    for (const KnownFinding& one : findings)
        json["findings"].push_back({{"file", one.file}, {"rule", one.rule}, {"fingerprint", one.fingerprint}});
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::set<std::string> read_baseline(const std::string& text, std::string& problem) {
    std::set<std::string> known;
    const Json json = Json::parse(text, nullptr, false);
    const auto findings = json.is_object() ? json.find("findings") : json.end();
    if (!json.is_object() || json.value("version", Json()) != 1 || findings == json.end() || !findings->is_array()) {
        problem = "is no baseline; `flowc lint --write-baseline` writes one";
        return known;
    }
    for (const Json& one : *findings) {
        const auto fingerprint = one.is_object() ? one.find("fingerprint") : one.end();
        if (!one.is_object() || fingerprint == one.end() || !fingerprint->is_string()) {
            problem = "is no baseline: a finding in it has no fingerprint";
            return {};
        }
        known.insert(fingerprint->get<std::string>());
    }
    return known;
}

void leave_out_known(Diagnostics& found, std::vector<std::string>& names, const std::set<std::string>& known,
                     std::set<std::string>& left_out) {
    std::vector<Diagnostic>& items = found.items();
    std::size_t kept = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (known.count(names[i]) != 0) {
            left_out.insert(std::move(names[i]));
            continue;
        }
        if (kept != i) {
            items[kept] = std::move(items[i]);
            names[kept] = std::move(names[i]);
        }
        ++kept;
    }
    items.resize(kept);
    names.resize(kept);
}

}  // namespace flowc::cli
