#include <algorithm>
#include <set>

#include "flowc/service_error.hpp"
#include "service_error/printed_text.hpp"
#include "source/utf8.hpp"
#include "tests/promises/promises.hpp"

namespace flowc::promises {

namespace {

/// A flow to look problems up in.
struct Refused {
    Sources sources;
    CheckResult checked = check({"flow.json", R"({"Version": "2019-10-30", "StartAction": "a", "Actions": [
{"Identifier": "a", "Type": "Compare", "Parameters": {"ComparisonValue": "$.Attributes.x"}, "Transitions": {"NextAction": "b",
 "Conditions": [{"NextAction": "b", "Condition": {"Operator": "Equals", "Operands": [""]}}], "Errors": []}},
{"Identifier": "b", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]})"},
                                sources);
    const Flow& flow = checked.flows.front();
    SourceMap map = source_map(flow, sources);
};

std::string fault_in(const ServiceProblem& problem, const Refused& refused) {
    for (const std::string* each : {&problem.text, &problem.path, &problem.error, &problem.type})
        if (utf8::first_invalid(*each) != std::string_view::npos) return "a problem is no UTF-8";
    if (problem.text.empty() && problem.message) return "a message without words is known";
    const ProblemPlace place = locate(problem, refused.flow, refused.map, refused.checked.diagnostics);
    const auto is_there = [&](ActionId id) { return id < refused.flow.actions.size(); };
    if (!std::all_of(place.actions.begin(), place.actions.end(), is_there))
        return "a problem speaks of an action that is not there";
    if (place.fit == ProblemPlace::Fit::past_end && !place.actions.empty())
        return "a problem behind the last action has an action";
    if (!place.path.empty() && !refused.map.find(place.path).mapping) return "a problem's path leads nowhere";
    return {};
}

}  // namespace

std::string decoding(std::string_view printed) {
    static const Refused refused;
    const ServiceAnswer answer = read_service_answer(printed);
    if (answer.problems.size() > ServiceAnswer::most) return "there are more problems than are kept";
    if (!answer.problems.empty() && !answer.refused) return "a flow has problems and was not refused";
    std::set<std::string_view> said;
    for (const ServiceProblem& problem : answer.problems) {
        if (!said.insert(problem.text).second) return "a problem is told twice";
        if (std::string fault = fault_in(problem, refused); !fault.empty()) return fault;
    }
    const std::string last = "Invalid branch. Path: 2.Evaluate";
    const std::string longer_text = std::string(printed) + "\r\n" + last + "\r\n";
    // A log has one encoding: behind one in UTF-16 this would be no line.
    if (service_error_detail::encoding_of(longer_text) != service_error_detail::Encoding::utf8) return {};
    const ServiceAnswer longer = read_service_answer(longer_text);
    const auto is_last = [&](const ServiceProblem& problem) { return problem.message && problem.text == last; };
    const bool found = std::any_of(longer.problems.begin(), longer.problems.end(), is_last);
    if (!found && longer.problems.size() < ServiceAnswer::most) return "a message on a line of its own is not found";
    return {};
}

}  // namespace flowc::promises
