#include "flowdsl/names/unresolved.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>

#include "diagnostics/suggest.hpp"
#include "flowdsl/project/inventory.hpp"
#include "flowdsl/rules.hpp"
#include "flowdsl/words/form.hpp"
#include "flowdsl/words/resource_word.hpp"

namespace flowc::dsl {

namespace {

/// What may be known of a name, in brackets; empty: nothing.
std::string hint(const Resource& resource, const Environment* environment, const KnownFlows& flows) {
    const bool is_flow = resource.kind == ResourceKind::flow || resource.kind == ResourceKind::module;
    if (const KnownFlows::Flow own = is_flow ? flows.find(resource.kind, resource.name) : KnownFlows::Flow{})
        return " (a " + std::string{word_for(resource.kind)} + " of this " + (own.file ? "project" : "file") +
               ": it has an ARN when it has been created once, with any content)";
    std::string_view other;
    std::vector<std::string_view> known = is_flow ? flows.names(resource.kind) : std::vector<std::string_view>{};
    if (environment)
        for (const auto& [kind, names] : environment->arns)
            for (const auto& [name, arn] : names) {
                if (kind == resource.kind) known.push_back(name);
                else if (name == resource.name) other = word_for(kind);
            }
    if (const std::string_view near = nearest(resource.name, known); !near.empty())
        return " (did you mean `" + std::string{near} + "`?)";
    return other.empty() ? std::string{} : " (that is a name under `" + std::string{other} + "`)";
}

/// `` `Billing: arn:…` under `queue:` ``: what an environment file lacks.
std::string lacking(const Resource& resource) {
    const bool plain = std::all_of(resource.name.begin(), resource.name.end(), [](unsigned char c) {
        return std::isalnum(c) || c == ' ' || c == '_' || c == '-' || c >= 0x80;
    });
    return quote(plain ? resource.name + ": arn:…" : '"' + resource.name + "\": arn:…") + " under `" +
           std::string{word_for(resource.kind)} + ":`";
}

/// What to do where the ARNs come from lists that commands have printed.
std::string what_to_list(const std::vector<Resource>& missing, const Environment& environment) {
    std::vector<std::string_view> commands;
    for (const Resource& resource : missing)
        if (const std::string_view command = list_command(resource.kind);
            !command.empty() && std::find(commands.begin(), commands.end(), command) == commands.end())
            commands.push_back(command);
    if (commands.empty())
        return "; no list of " + quote(environment.file) + " holds such names; use an environment file";
    return "; " + quote(environment.file) + (missing.size() == 1 ? " does not list it" : " does not list them") +
           "; create what is missing, and print anew what " + list(commands, "and") +
           (commands.size() == 1 ? " says" : " say");
}

/// What to do about the names; `guessed`: the one that is missing may be a slip of another.
std::string what_to_add(const std::vector<Resource>& missing, bool guessed, const Environment* environment) {
    const bool one = missing.size() == 1;
    if (!environment)
        return "; give an environment file with `--env` that has " + (one ? "" : std::string{"their ARNs, such as "}) +
               lacking(missing.front());
    if (environment->is_inventory) return what_to_list(missing, *environment);
    if (!named_as_yaml(environment->file))
        return "; add " + std::string{one ? "its ARN" : "their ARNs"} + " to " + quote(environment->file);
    const std::string where = " in " + quote(environment->file);
    return one ? std::string{guessed ? "; if not, add " : "; add "} + lacking(missing.front()) + where
               : "; add their ARNs, such as " + lacking(missing.front()) + where;
}

}  // namespace

void report_unresolved(const std::vector<UnresolvedName>& unresolved, const Environment* environment,
                       const KnownFlows& flows, Diagnostics& diagnostics) {
    // Nobody reads more, and each name takes a search for the one that was meant.
    constexpr std::size_t most_listed = 200;
    if (unresolved.empty()) return;
    std::vector<Resource> missing;
    std::set<std::pair<ResourceKind, std::string_view>> seen;
    for (const auto& [resource, uses] : unresolved)
        if (seen.emplace(resource.kind, resource.name).second) missing.push_back(resource);
    const std::size_t more = missing.size() - std::min(missing.size(), most_listed);
    missing.resize(missing.size() - more);
    bool guessed = false;
    std::string message =
        missing.size() == 1 ? "nothing says what this name stands for: " : "nothing says what these names stand for: ";
    for (std::size_t i = 0; i < missing.size(); ++i) {
        if (i) message += ", ";
        const std::string known = hint(missing[i], environment, flows);
        guessed = known.ends_with("?)");
        message += std::string{word_for(missing[i].kind)} + " " + quote(missing[i].name) + known;
    }
    if (more > 0) message += " and " + std::to_string(more) + " more";
    message += what_to_add(missing, guessed, environment);
    Diagnostic& found = diagnostics.report(rules::unresolved_name, missing.front().span, std::move(message));
    for (std::size_t i = 1; i < missing.size(); ++i)
        found.labels.push_back(
            {missing[i].span, std::string{word_for(missing[i].kind)} + " " + quote(missing[i].name)});
    for (const flowc::Label& use : unresolved.front().uses) found.labels.push_back(use);
}

}  // namespace flowc::dsl
