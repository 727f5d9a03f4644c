#include "flowc/project_lint.hpp"

#include <algorithm>

#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"

namespace flowc {

namespace {

bool concerns(const PathSettings& settings, std::string_view path) {
    return settings.files.empty() ||
           std::any_of(settings.files.begin(), settings.files.end(),
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

std::vector<AllowanceUse> apply_allowances(const ProjectLint& project, std::string_view path, Diagnostics& findings) {
    std::vector<AllowanceUse> uses;
    std::vector<Diagnostic>& items = findings.items();
    for (const Allowance& allowance : project.allowed) {
        AllowanceUse& use = uses.emplace_back();
        if (!path_matches(allowance.files.text, path)) continue;
        use.met = true;
        use.named = allowance.files.text == path;
        const auto speaks_of = [&](const Diagnostic& item) {
            return item.rule == allowance.rule && (allowance.action.empty() || item.subject.action == allowance.action);
        };
        const auto silenced = std::remove_if(items.begin(), items.end(), [&](const Diagnostic& item) {
            return speaks_of(item) && item.severity != Severity::error;
        });
        use.needed = silenced != items.end();
        items.erase(silenced, items.end());
        use.of_error = std::any_of(items.begin(), items.end(), speaks_of);
    }
    return uses;
}

void report_unused_allowances(const ProjectLint& project, std::span<const std::vector<AllowanceUse>> files, bool all,
                              Diagnostics& unused) {
    for (std::size_t i = 0; i < project.allowed.size(); ++i) {
        AllowanceUse whole;
        for (const std::vector<AllowanceUse>& file : files) {
            const AllowanceUse& use = file[i];
            whole = {whole.met || use.met, whole.named || use.named, whole.needed || use.needed,
                     whole.of_error || use.of_error};
        }
        if (!whole.met || whole.needed || !(all || whole.named || whole.of_error)) continue;
        const Allowance& allowance = project.allowed[i];
        const std::string place =
            allowance.action.empty() ? "there" : "of an action " + quote(allowance.action) + " there";
        unused.report(rules::unused_allow, allowance.span,
                      whole.of_error
                          ? "an error cannot be allowed; mend it, and remove this entry"
                          : quote(allowance.rule->id) + " has nothing to say " + place + "; remove this entry");
    }
}

}  // namespace flowc
