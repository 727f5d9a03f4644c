#include <algorithm>
#include <charconv>
#include <optional>

#include "flowc/service_error.hpp"

namespace flowc {

namespace {

constexpr std::string_view list = "Actions[";

/// The number in `Actions[13]…`; one that is too great for any flow is the greatest.
std::optional<std::size_t> number_of(std::string_view path) {
    if (!path.starts_with(list)) return std::nullopt;
    std::size_t number = 0;
    const char* const end = path.data() + path.size();
    const auto [at, error] = std::from_chars(path.data() + list.size(), end, number);
    if (error == std::errc::result_out_of_range) return std::string_view::npos;
    if (error != std::errc() || at == end || *at != ']') return std::nullopt;
    return number;
}

/// The parameter's name in `Parameters.Attributes`, a path that does not say of which action.
std::string_view parameter_of_any(std::string_view path) {
    constexpr std::string_view parameters = "Parameters.";
    if (!path.starts_with(parameters)) return {};
    path.remove_prefix(parameters.size());
    return path.substr(0, path.find_first_of(".["));
}

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

ProblemPlace locate(const ServiceProblem& problem, const Flow& flow, const SourceMap& map,
                    const Diagnostics& findings) {
    using Fit = ProblemPlace::Fit;
    ProblemPlace place;
    if (const std::optional<std::size_t> number = number_of(problem.path)) {
        place.path = problem.path;
        if (*number >= flow.actions.size()) {
            place.fit = Fit::past_end;
            return place;
        }
        place.actions.push_back(static_cast<ActionId>(*number));
        place.fit = contradicts(problem, flow, flow.actions[*number], map) ? Fit::contradicts : Fit::fits;
    } else if (!problem.type.empty()) {
        for (ActionId i = 0; i < flow.actions.size(); ++i)
            if (flow.actions[i].type_name == problem.type) place.actions.push_back(i);
        place.fit = place.actions.empty() ? Fit::contradicts : Fit::fits;
    }
    if (!problem.message) return place;
    const std::string_view parameter = parameter_of_any(problem.path);
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
        const bool meant = place.actions.empty() ||
                           std::any_of(place.actions.begin(), place.actions.end(),
                                       [&](ActionId id) { return flow.actions[id].identifier == one.subject.action; });
        if (meant) place.findings.push_back(&one);
    }
    return place;
}

}  // namespace flowc
