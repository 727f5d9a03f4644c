#include "flowdsl/unresolved.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "diagnostics/suggest.hpp"
#include "flowdsl/resource_word.hpp"
#include "flowdsl/rules.hpp"

namespace flowc::dsl {

void report_unresolved(const std::vector<Resource>& unresolved, const Environment* environment,
                       const std::vector<FlowHead>& own, Diagnostics& diagnostics) {
    if (unresolved.empty()) return;
    std::vector<Resource> missing;
    std::set<std::pair<ResourceKind, std::string_view>> seen;
    for (const Resource& resource : unresolved)
        if (seen.emplace(resource.kind, resource.name).second) missing.push_back(resource);
    std::string message = missing.size() == 1 ? "nothing says what this name stands for: " : "nothing says what these names stand for: ";
    for (std::size_t i = 0; i < missing.size(); ++i) {
        const Resource& resource = missing[i];
        if (i) message += ", ";
        message += std::string{word_for(resource.kind)} + " " + quote(resource.name);
        const bool is_own = (resource.kind == ResourceKind::flow || resource.kind == ResourceKind::module) &&
                            std::any_of(own.begin(), own.end(), [&](const FlowHead& flow) { return flow.name == resource.name; });
        if (is_own) {
            message += " (a flow of this file: it has an ARN when it has been created once, with any content)";
            continue;
        }
        std::vector<std::string_view> known;
        if (environment)
            if (const auto of_kind = environment->arns.find(resource.kind); of_kind != environment->arns.end())
                for (const auto& [name, arn] : of_kind->second) known.push_back(name);
        if (const std::string_view near = nearest(resource.name, known); !near.empty())
            message += " (did you mean `" + std::string{near} + "`?)";
    }
    message += environment ? "; add " + std::string{missing.size() == 1 ? "its ARN" : "their ARNs"} + " to " + quote(environment->file)
                           : "; give an environment file with `--env`, which says kind, name and ARN";
    Diagnostic& found = diagnostics.report(rules::unresolved_name, missing.front().span, std::move(message));
    for (std::size_t i = 1; i < missing.size(); ++i)
        found.labels.push_back({missing[i].span, std::string{word_for(missing[i].kind)} + " " + quote(missing[i].name)});
}

}  // namespace flowc::dsl
