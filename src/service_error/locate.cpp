#include <algorithm>
#include <charconv>
#include <optional>

#include "flowc/service_error.hpp"
#include "ir/identifiers.hpp"

namespace flowc {

namespace {

constexpr std::string_view list = "Actions[";

/// The number in `Actions[13]…`, or of the action whose identifier stands there; what is neither is the greatest number, for no
/// flow has such an action.
std::optional<std::size_t> number_of(std::string_view path, const Identifiers& identifiers) {
    if (!path.starts_with(list)) return std::nullopt;
    const std::size_t behind = path.find(']');
    if (behind == std::string_view::npos) return std::string_view::npos;
    const std::string_view index = path.substr(list.size(), behind - list.size());
    std::size_t number = 0;
    const char* const end = index.data() + index.size();
    const auto [at, error] = std::from_chars(index.data(), end, number);
    if (error == std::errc() && at == end) return number;
    const ActionId named = identifiers.find(index);
    return named == no_action ? std::string_view::npos : std::size_t{named};
}

/// The same path with the action's number in its brackets.
std::string numbered(std::string_view path, std::size_t number) {
    return std::string(list) + std::to_string(number) + std::string(path.substr(path.find(']')));
}

/// The way within the action.
std::string_view within_action(std::string_view path) {
    if (!path.starts_with(list)) return path;
    const std::size_t end = path.find("].");
    return end == std::string_view::npos ? std::string_view{} : path.substr(end + 2);
}

/// The parameter's name in `Parameters.Attributes`, a path that does not say of which action.
std::string_view parameter_of_any(std::string_view path) {
    constexpr std::string_view parameters = "Parameters.";
    if (!path.starts_with(parameters)) return {};
    path.remove_prefix(parameters.size());
    return path.substr(0, path.find_first_of(".["));
}

bool leads_to(std::string_view outer, std::string_view inner) {
    return inner.starts_with(outer) &&
           (inner.size() == outer.size() || inner[outer.size()] == '.' || inner[outer.size()] == '[');
}

/// Whether a finding at `found` may be what the service says of `path`: of two parameters, one is not the other. A rule about
/// several at once reports at any of them.
bool same_place(std::string_view path, std::string_view found, const RuleInfo& rule) {
    if (parameter_of_any(path).empty() || parameter_of_any(found).empty() || rule.id == "conflicting-parameters")
        return true;
    return leads_to(path, found) || leads_to(found, path);
}

/// Whether a finding can be what a message means that names parameters: its action takes them all, and the finding is of one of
/// them, or of an action that has none.
bool of_named_parameters(std::span<const std::string_view> names, const Flow& flow, const Identifiers& identifiers,
                         const Diagnostic& finding) {
    if (names.empty()) return true;
    const ActionInfo* const row = find_action(finding.subject.type);
    if (!row) return false;
    for (const std::string_view name : names)
        if (!find_parameter(row->parameters, name)) return false;
    const std::string_view parameter = parameter_of_any(finding.subject.path);
    if (std::find(names.begin(), names.end(), parameter) != names.end()) return true;
    const ActionId action = identifiers.find(finding.subject.action);
    if (!parameter.empty() || action == no_action) return false;
    const Node parameters = flow.node(flow.actions[action].parameters);
    return std::none_of(names.begin(), names.end(),
                        [&](std::string_view name) { return static_cast<bool>(parameters.find(name)); });
}

/// Whether the flow's type was said, and not only concluded from its actions.
bool is_certain(const Flow& flow) { return flow.type != FlowType::unknown && flow.type_source != TypeSource::actions; }

bool has_branch(const Flow& flow, const Action& action, std::string_view error) {
    const auto branches = flow.transitions_of(action, Transition::Kind::error);
    return std::any_of(branches.begin(), branches.end(), [&](const Transition& each) { return each.label == error; });
}

/// Whether a path leads past the action itself, to something that a map has a line for.
bool is_detailed(std::string_view path) {
    const std::size_t end = path.find(']');
    if (end == std::string_view::npos || end + 1 == path.size()) return false;
    const std::string_view rest = path.substr(end + 1);
    return rest != ".Parameters" && rest != ".Transitions";
}

/// Whether a path leads to a parameter that the action does not have and its type does not know.
bool is_foreign(std::string_view path, const Action& action, const SourceMap& map) {
    static constexpr std::string_view parameters = "].Parameters.";
    const std::size_t at = path.find(parameters);
    const ActionInfo* const row = find_action(action.type_name);
    if (at == std::string_view::npos || !row || row->free_parameters) return false;
    const std::size_t name = at + parameters.size();
    const std::size_t end = std::min(path.find_first_of(".[", name), path.size());
    return !find_parameter(row->parameters, path.substr(name, end - name)) && !map.find(path.substr(0, end)).exact;
}

/// The parameter in `Actions[2].Parameters.Text`; empty: the path leads elsewhere, or further.
std::string_view parameter_at(std::string_view path) {
    static constexpr std::string_view parameters = "].Parameters.";
    const std::size_t at = path.find(parameters);
    if (at == std::string_view::npos) return {};
    const std::string_view name = path.substr(at + parameters.size());
    return name.find_first_of(".[") == std::string_view::npos ? name : std::string_view{};
}

/// Whether the catalogue has what the message names for the action's type; nothing: it cannot tell.
std::optional<bool> is_known(const ServiceProblem& problem, const Action& action) {
    const ActionInfo* const row = find_action(action.type_name);
    if (!row || !problem.type.empty()) return std::nullopt;
    if (!problem.error.empty()) {
        const auto& errors = row->errors;
        return std::any_of(errors.begin(), errors.end(),
                           [&](const ErrorInfo& each) { return each.name == problem.error; });
    }
    const std::string_view parameter = parameter_at(problem.path);
    if (parameter.empty() || row->free_parameters) return std::nullopt;
    return find_parameter(row->parameters, parameter) != nullptr;
}

/// Whether nothing is of the kind that the message speaks of: no such action, or a flow of another type.
bool is_of_other_flows(const ServiceMessage& message, const Flow& flow) {
    if (message.flow_type != FlowType::unknown && is_certain(flow) && flow.type != message.flow_type) return true;
    return !message.action.empty() && std::none_of(flow.actions.begin(), flow.actions.end(), [&](const Action& action) {
        return action.type_name == message.action;
    });
}

bool contradicts(const ServiceProblem& problem, const Flow& flow, const Action& action, const SourceMap& map) {
    using Names = ServiceMessage::Names;
    if (!problem.type.empty() && action.type_name != problem.type) return true;
    const Names names = problem.message ? problem.message->names : Names::neither;
    if (names == Names::neither) return problem.message && is_foreign(problem.path, action, map);
    if (problem.path.ends_with(".Transitions.Conditions"))
        return flow.transitions_of(action, Transition::Kind::condition).empty() == (names == Names::present);
    if (!problem.error.empty()) return has_branch(flow, action, problem.error) == (names == Names::absent);
    return is_detailed(problem.path) && map.find(problem.path).exact == (names == Names::absent);
}

}  // namespace

ProblemPlace locate(const ServiceProblem& as_said, const Flow& flow, const SourceMap& map,
                    const Diagnostics& findings) {
    using Fit = ProblemPlace::Fit;
    ProblemPlace place;
    ServiceProblem problem = as_said;
    const Identifiers identifiers(flow.actions);
    if (const std::optional<std::size_t> number = number_of(problem.path, identifiers)) {
        if (*number >= flow.actions.size()) {
            place.path = problem.path;
            place.fit = Fit::past_end;
            return place;
        }
        place.path = problem.path = numbered(problem.path, *number);
        place.actions.push_back(static_cast<ActionId>(*number));
        place.fit = contradicts(problem, flow, flow.actions[*number], map) ? Fit::contradicts : Fit::fits;
    } else if (!problem.type.empty()) {
        for (ActionId i = 0; i < flow.actions.size(); ++i)
            if (flow.actions[i].type_name == problem.type) place.actions.push_back(i);
        place.fit = place.actions.empty() ? Fit::contradicts : Fit::fits;
        if (place.actions.empty()) return place;
    }
    if (!problem.message) return place;
    const std::string_view within = within_action(problem.path);
    const std::string_view parameter = place.actions.empty() ? parameter_of_any(within) : std::string_view{};
    if (!parameter.empty()) {
        const auto has = [&](const Action& action) {
            return static_cast<bool>(flow.node(action.parameters).find(parameter));
        };
        if (std::none_of(flow.actions.begin(), flow.actions.end(), has)) {
            place.fit = Fit::contradicts;
            return place;
        }
        place.fit = Fit::fits;
    }
    const std::span<const std::string_view> rules = problem.message->rules;
    for (const Diagnostic& one : findings.items()) {
        if (!one.rule || std::find(rules.begin(), rules.end(), one.rule->id) == rules.end()) continue;
        if (!one.subject.flow.empty() && one.subject.flow != flow.name) continue;
        if (!parameter.empty() && parameter_of_any(one.subject.path) != parameter) continue;
        if (!same_place(within, one.subject.path, *one.rule)) continue;
        if (!of_named_parameters(problem.message->parameters, flow, identifiers, one)) continue;
        const bool meant = place.actions.empty() ||
                           std::any_of(place.actions.begin(), place.actions.end(),
                                       [&](ActionId id) { return flow.actions[id].identifier == one.subject.action; });
        if (meant) place.findings.push_back(&one);
    }
    if (!place.findings.empty() || place.fit == Fit::contradicts) return place;
    const ServiceMessage& message = *problem.message;
    const bool complete = message.complete && (message.flow_type == FlowType::unknown || is_certain(flow));
    if (complete || is_of_other_flows(message, flow)) {
        place.fit = Fit::untrue;
    } else if (message.names != ServiceMessage::Names::neither && place.fit == Fit::fits && place.actions.size() == 1) {
        const std::optional<bool> known = is_known(problem, flow.actions[place.actions.front()]);
        if (known == true && message.names == ServiceMessage::Names::present) place.fit = Fit::native;
        if (known == false && message.names == ServiceMessage::Names::absent) place.fit = Fit::foreign;
    }
    return place;
}

}  // namespace flowc
