#include "service_error/match_message.hpp"

#include <algorithm>

#include "source/ascii.hpp"
#include "source/utf8.hpp"
#include "source_map/path.hpp"

namespace flowc::service_error_detail {

namespace {

/// A path in the notation of source maps. The service also writes `2.Parameter` for something of `Actions[2]`, and
/// `2.Evaluate` for its conditions, as the console's exports once called them.
std::string path_of(std::string_view written) {
    while (!written.empty() && (written.back() == '.' || written.back() == ' ')) written.remove_suffix(1);
    const auto digits =
        static_cast<std::size_t>(std::find_if_not(written.begin(), written.end(), is_digit) - written.begin());
    const bool numbered = digits > 0 && (digits == written.size() || written[digits] == '.');
    if (!numbered) return source_map_detail::canonical(written);
    const std::string action = "Actions[" + std::string(written.substr(0, digits)) + "]";
    return written.substr(digits) == ".Evaluate" ? action + ".Transitions.Conditions" : action;
}

/// The path that a message names which nobody knows: what stands behind `Path: `.
std::string path_in(std::string_view text) {
    constexpr std::string_view sign = "Path: ";
    const std::size_t at = text.find(sign);
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + sign.size());
    return path_of(text.substr(0, text.find_first_of(" ,;")));
}

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
