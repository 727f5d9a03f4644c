#include "service_error/match_message.hpp"

#include "service_error/written_path.hpp"
#include "source/utf8.hpp"

namespace flowc::service_error_detail {

namespace {

/// Puts what a message names into the problem; false where its text is another one. `literal` is how much of the text stands
/// in the message itself.
bool fill(std::string_view pattern, std::string_view text, ServiceProblem& problem, std::size_t& literal) {
    literal = 0;
    std::string behind_path;
    while (true) {
        const std::size_t open = pattern.find('{');
        const std::string_view fixed = pattern.substr(0, open);
        if (!text.starts_with(fixed)) return false;
        literal += fixed.size();
        text.remove_prefix(fixed.size());
        if (open == std::string_view::npos) break;
        const std::size_t close = pattern.find('}', open);
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        pattern.remove_prefix(close + 1);
        const std::string_view next = pattern.substr(0, pattern.find('{'));
        // What stands behind the last name ends the text; other words end where the next ones begin.
        const bool last = next.size() == pattern.size();
        const std::size_t end = next.empty() ? text.size() : last ? text.rfind(next) : text.find(next);
        if (end == std::string_view::npos || end == 0 || (last && end + next.size() != text.size())) return false;
        const std::string_view value = text.substr(0, end);
        text.remove_prefix(end);
        if (name == "error") problem.error = value;
        else if (name == "type") problem.type = value;
        else problem.path = path_of(std::string(value) + (last ? std::string(next) : ""));
    }
    return text.empty() || text == ".";
}

}  // namespace

std::string_view beginning_of(const ServiceMessage& message) { return message.text.substr(0, message.text.find('{')); }

ServiceProblem problem_of(std::string_view text) {
    ServiceProblem best;
    std::size_t most = 0;
    for (const ServiceMessage& message : service_messages()) {
        ServiceProblem problem;
        std::size_t literal = 0;
        if (!fill(message.text, text, problem, literal) || literal <= most) continue;
        most = literal;
        problem.message = &message;
        best = std::move(problem);
    }
    if (!best.message) best.path = path_in(text);
    best.text = utf8::replaced(text);
    for (std::string* each : {&best.path, &best.error, &best.type}) *each = utf8::replaced(*each);
    return best;
}

}  // namespace flowc::service_error_detail
