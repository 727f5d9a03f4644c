#include "flowc/project_lint.hpp"

#include <algorithm>

#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"

namespace flowc {

namespace {

bool concerns(const PathSettings& settings, std::string_view path) {
    return settings.files.empty() || std::any_of(settings.files.begin(), settings.files.end(),
                                                 [&](const PathPattern& pattern) { return path_matches(pattern.text, path); });
}

}  // namespace

LintSettings settings_for(const ProjectLint& project, std::string_view path) {
    LintSettings settings;
    for (const PathSettings& one : project.paths) {
        if (!concerns(one, path)) continue;
        for (const auto& [rule, level] : one.levels) settings.rules.set(*rule, level);
        for (const auto& [option, value] : one.values) settings.rules.set(*option, value);
        if (!one.languages.empty()) settings.languages = one.languages;
    }
    return settings;
}

FlowType type_for(const ProjectLint& project, std::string_view path) {
    FlowType type = FlowType::unknown;
    for (const PathSettings& one : project.paths)
        if (one.type != FlowType::unknown && concerns(one, path)) type = one.type;
    return type;
}

void apply_allowances(const ProjectLint& project, std::string_view path, Diagnostics& findings, Diagnostics& unused) {
    std::vector<Diagnostic>& items = findings.items();
    for (const Allowance& allowance : project.allowed) {
        if (!path_matches(allowance.files.text, path)) continue;
        const auto speaks_of = [&](const Diagnostic& item) {
            return item.rule == allowance.rule && (allowance.action.empty() || item.subject.action == allowance.action);
        };
        const auto silenced = std::remove_if(items.begin(), items.end(), [&](const Diagnostic& item) {
            return speaks_of(item) && item.severity != Severity::error;
        });
        if (silenced != items.end()) {
            items.erase(silenced, items.end());
            continue;
        }
        const bool error = std::any_of(items.begin(), items.end(), speaks_of);
        unused.report(rules::unused_allow, allowance.span,
                      error ? "an error cannot be allowed; mend it, and remove this entry"
                            : quote(allowance.rule->id) + " has nothing to say there; remove this entry");
    }
}

}  // namespace flowc
