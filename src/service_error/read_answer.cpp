#include <algorithm>
#include <map>
#include <set>

#include "service_error/match_message.hpp"
#include "service_error/printed_text.hpp"
#include "source/ascii.hpp"

namespace flowc {

namespace {

using service_error_detail::beginning_of;
using service_error_detail::problem_of;

/// The service's own limit is 256; what is longer ends somewhere that this reader does not know.
constexpr std::size_t longest = 1024;

std::string lowered(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower_case);
    return result;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && (is_space(text.back()) || text.back() == ',' || text.back() == ';')) text.remove_suffix(1);
    return text;
}

/// Problems by where they were printed.
using ProblemTexts = std::map<std::size_t, std::string>;

/// A list `problems`, in the notation of JSON, Python, JavaScript or Go, with quotes that may themselves be escaped.
class ProblemLists {
  public:
    explicit ProblemLists(std::string_view text) : text_(text), folded_(lowered(text)) {}

    /// Whether there is any, if only an empty one.
    bool read(ProblemTexts& found) {
        bool any = false;
        for (at_ = folded_.find("problems"); at_ != std::string::npos; at_ = folded_.find("problems", at_)) {
            at_ += std::string_view("problems").size();
            if (!skip_to_value() || text_[at_] != '[') continue;
            ++at_;
            any = true;
            list(found);
        }
        return any;
    }

  private:
    /// Over quotes, blanks and one colon or equals sign; false where nothing is left.
    bool skip_to_value() {
        bool separated = false;
        for (; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (!separated && (c == ':' || c == '=')) separated = true;
            else if (separated && (c == '"' || c == '\'' || c == '\\')) break;
            else if (!is_space(c) && c != '"' && c != '\'' && c != '\\') break;
        }
        return separated && at_ < text_.size();
    }

    void list(ProblemTexts& found) {
        std::size_t depth = 1;
        while (at_ < text_.size() && depth > 0) {
            const char c = text_[at_];
            if (c == '[') ++depth;
            if (c == ']') --depth;
            if (folded_.compare(at_, 7, "message") != 0) {
                ++at_;
                continue;
            }
            at_ += 7;
            if (skip_to_value()) value(found);
        }
    }

    /// A quoted text; it ends at the quotes that it begins with, and as many backslashes in front of them. The service may
    /// have nothing to say.
    void value(ProblemTexts& found) {
        for (const std::string_view nothing : {"null", "none", "undefined"})
            if (folded_.compare(at_, nothing.size(), nothing) == 0) found.emplace(at_, "");
        const std::size_t escapes = text_.find_first_not_of('\\', at_);
        if (escapes == std::string_view::npos || (text_[escapes] != '"' && text_[escapes] != '\'')) return;
        const std::string_view quote = text_.substr(at_, escapes + 1 - at_);
        const std::size_t begin = at_ + quote.size();
        at_ = begin;
        const std::string_view rest = text_.substr(begin, longest);
        std::size_t end = rest.find(quote);
        while (end != std::string_view::npos && end > 0 && rest[end - 1] == '\\')
            end = rest.find(quote, end + quote.size());
        if (end == std::string_view::npos) return;
        std::string text;
        for (std::size_t i = 0; i < end; ++i) {
            const bool escape = rest[i] == '\\' && (rest[i + 1] == '"' || rest[i + 1] == '\'' || rest[i + 1] == '\\');
            if (!escape) text += rest[i];
        }
        at_ = begin + end + quote.size();
        found.emplace(begin, trimmed(text));
    }

    std::string_view text_;
    std::string folded_;
    std::size_t at_ = 0;
};

/// Where a message that stands in a line ends: at what closes a text around it, or at the end of the line.
std::size_t end_of(std::string_view text, std::size_t begin) {
    const std::size_t last = std::min(text.size(), begin + longest);
    bool in_brackets = false;
    for (std::size_t i = begin; i < last; ++i) {
        const char c = text[i];
        if (c == '[') in_brackets = true;
        if (c == ']') in_brackets = false;
        const bool quote = c == '\'' && !in_brackets && !(i > begin && i + 1 < last && text[i + 1] == 's');
        if (quote || c == '"' || c == '\\' || c == '}' || c == '<' || c == '\r' || c == '\n') return i;
        if (c == ' ' && (text.substr(i).starts_with(" (Service:") || text.substr(i).starts_with(" (RequestId")))
            return i;
    }
    return last;
}

/// Messages that are known, wherever they stand.
void known_messages(std::string_view text, ProblemTexts& found) {
    std::set<std::string_view> beginnings;
    for (const ServiceMessage& message : service_messages()) beginnings.insert(beginning_of(message));
    std::set<std::size_t> places;
    for (const std::string_view beginning : beginnings)
        for (std::size_t at = text.find(beginning); at != std::string_view::npos; at = text.find(beginning, at + 1))
            places.insert(at);
    for (auto place = places.begin(); place != places.end(); ++place) {
        const auto next = std::next(place);
        const std::string_view rest = text.substr(0, next == places.end() ? text.size() : *next);
        found.emplace(*place, trimmed(rest.substr(*place, end_of(rest, *place) - *place)));
    }
}

}  // namespace

ServiceAnswer read_service_answer(std::string_view as_printed) {
    const std::string printed = service_error_detail::printed_text(as_printed);
    ProblemTexts texts;
    ServiceAnswer answer;
    answer.listed = ProblemLists(printed).read(texts);
    known_messages(printed, texts);
    answer.refused = !texts.empty() || printed.find("InvalidContactFlow") != std::string_view::npos;
    std::set<std::string> said;
    for (const auto& [place, text] : texts) {
        if (answer.problems.size() == ServiceAnswer::most) break;
        ServiceProblem problem = problem_of(text);
        if (said.insert(problem.text).second) answer.problems.push_back(std::move(problem));
    }
    return answer;
}

}  // namespace flowc
