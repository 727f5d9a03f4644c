#include "syntax/json_fault.hpp"

#include <algorithm>

#include "diagnostics/suggest.hpp"
#include "source/ascii.hpp"
#include "source/utf8.hpp"
#include "syntax/json_stray.hpp"
#include "syntax/json_values.hpp"

namespace flowc::json {

namespace {

class FaultFinder {
  public:
    FaultFinder(std::string_view text, std::size_t max_depth) : text_(text), max_depth_(max_depth) {}

    Fault find() {
        skip_space();
        if (at_ == text_.size()) return fault(0, 0, "the file is empty; a JSON value was expected");
        State state = State::value;
        while (!fault_) {
            skip_space();
            switch (state) {
                case State::value: state = value(); break;
                case State::first_item: state = peek() == ']' ? close() : value(); break;
                case State::first_key: state = peek() == '}' ? close() : key(); break;
                case State::key: state = key(); break;
                case State::colon: state = colon(); break;
                case State::behind: state = open_.empty() ? behind_all() : behind_value(); break;
                case State::done: return {};
            }
        }
        return fault_;
    }

  private:
    enum class State { value, first_item, first_key, key, colon, behind, done };

    struct Open {
        char bracket;
        std::size_t at;
    };

    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    void skip_space() {
        while (at_ < text_.size() &&
               (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t' || text_[at_] == '\r')) {
            ++at_;
        }
    }

    /// Whether an object begins there, and no placeholder: with a key, or with nothing in it.
    bool is_object_at(std::size_t at) const {
        if (text_[at] != '{') return false;
        const std::size_t inside = text_.find_first_not_of(" \n\t\r", at + 1);
        return inside != std::string_view::npos && (text_[inside] == '"' || text_[inside] == '}');
    }

    Fault fault(std::size_t begin, std::size_t end, std::string message) {
        fault_.begin = begin;
        fault_.end = end;
        fault_.message = std::move(message);
        return fault_;
    }
    State fail(std::size_t begin, std::size_t end, std::string message) {
        fault(begin, end, std::move(message));
        return State::done;
    }
    State fail(Stray stray) { return fail(stray.begin, stray.end, std::move(stray.message)); }
    void label(std::size_t at, std::string text) { fault_.labels.push_back({at, at + 1, std::move(text)}); }

    State cut_short(std::string_view wanted) {
        std::string message = "the text ends where " + std::string(wanted) + " was expected";
        if (!open_.empty()) {
            const std::string brackets =
                open_.size() == 1 ? "one bracket is" : std::to_string(open_.size()) + " brackets are";
            message =
                "the text ends while " + brackets + " open; the file was cut short, or a closing bracket is missing";
        }
        std::size_t end = text_.size();
        while (end > 0 && is_space(text_[end - 1])) --end;
        fail(end, end, std::move(message));
        if (!open_.empty()) label(open_.back().at, "the innermost open bracket stands here");
        return State::done;
    }
    static bool is_literal(std::string_view word) {
        return word == "true" || word == "false" || word == "null" || is_number(word);
    }

    State begin(char bracket, State next) {
        if (open_.size() == max_depth_) {
            fault_.too_deep = true;
            return fail(at_, at_ + 1, "nested more than " + std::to_string(max_depth_) + " deep");
        }
        open_.push_back({bracket, at_++});
        comma_ = no_comma;
        return next;
    }

    State close() {
        open_.pop_back();
        comma_ = no_comma;
        ++at_;
        return State::behind;
    }

    State value() {
        if (at_ == text_.size()) return cut_short("a value");
        const char c = peek();
        if (c == '{') return begin(c, State::first_key);
        if (c == '[') return begin(c, State::first_item);
        if (c == '"') return string() ? State::behind : State::done;
        if (c == ']' || c == '}') return missing_value(c);
        if (c == ',') return fail(at_, at_ + 1, "a value is missing before the comma");
        if (c == ':') return fail(at_, at_ + 1, "a value was expected, not `:`");
        const std::string_view word = bare_word(text_.substr(at_));
        if (is_literal(word)) {
            at_ += word.size();
            return State::behind;
        }
        const bool numeric = c == '-' || c == '+' || c == '.' || is_digit(c);
        if (numeric && word.substr(0, 2) != "--" && word.substr(0, 2) != "..") {
            const ValueFault wrong = number_fault(word);
            return fail(at_, at_ + word.size(), wrong.what);
        }
        return fail(stray(text_, at_, Wanted::value));
    }

    State missing_value(char c) {
        if (comma_ != no_comma) {
            fault_.too_much = true;
            return fail(comma_, comma_ + 1, std::string("comma before the closing `") + c + "`; remove it");
        }
        if (!open_.empty() && c == (open_.back().bracket == '{' ? '}' : ']')) {
            return fail(at_, at_ + 1, std::string("a value is missing before `") + c + "`");
        }
        return wrong_bracket(c);
    }

    State wrong_bracket(char c) {
        if (open_.empty()) return fail(at_, at_ + 1, std::string("`") + c + "` closes nothing; remove it");
        const char wanted = open_.back().bracket == '{' ? '}' : ']';
        fail(at_, at_ + 1,
             std::string("`") + c + "` where `" + wanted + "` was expected; a bracket is missing or of the wrong kind");
        label(open_.back().at, std::string("this `") + open_.back().bracket + "` is still open");
        return State::done;
    }

    State key() {
        if (at_ == text_.size()) return cut_short("a key");
        const char c = peek();
        if (c == '"') return string() ? State::colon : State::done;
        if (c == '}' && comma_ != no_comma) return missing_value(c);
        if (c == ']') return wrong_bracket(c);
        if (c == ',') return fail(at_, at_ + 1, "a key is missing before the comma; remove the comma");
        if (c == '{' && at_ == open_.back().at + 1) {
            return fail(template_value(text_, open_.back().at));
        }
        if (comma_ != no_comma && is_object_at(at_)) {
            fail(at_, at_ + 1, "an object where a key was expected; before it a `}` is missing, or the `[` of a list");
            label(open_.back().at, "this `{` is still open");
            return State::done;
        }
        // `{name}` is an object to JSON and a placeholder to whoever wrote it.
        if (comma_ == no_comma) {
            const std::string_view word = bare_word(text_.substr(at_));
            const std::size_t behind = at_ + word.size();
            if (!word.empty() && at_ == open_.back().at + 1 && behind < text_.size() && text_[behind] == '}') {
                return fail(template_value(text_, open_.back().at));
            }
        }
        return fail(stray(text_, at_, Wanted::key));
    }

    State colon() {
        if (at_ == text_.size()) return cut_short("`:`");
        if (peek() == ':') {
            ++at_;
            comma_ = no_comma;
            return State::value;
        }
        if (is_comment(text_, at_)) return fail(stray(text_, at_, Wanted::value));
        if (peek() == '=') return fail(at_, at_ + 1, "`=` behind a key; write `:`");
        const std::string_view key = text_.substr(string_begin_, string_end_ - string_begin_);
        return fail(string_begin_, string_end_, "key " + quote(key) + " has no value; `:` is missing behind it");
    }

    State behind_value() {
        if (at_ == text_.size()) return cut_short("a bracket");
        const char c = peek();
        const bool object = open_.back().bracket == '{';
        if (c == ',') {
            comma_ = at_++;
            return object ? State::key : State::value;
        }
        if (c == (object ? '}' : ']')) return close();
        if (c == '}' || c == ']') return wrong_bracket(c);
        if (c == ':' && !object)
            return fail(at_, at_ + 1, "`:` inside `[ ]`; a list has no keys, write `{ }` around them");
        if (c == ';') return fail(at_, at_ + 1, "`;` behind a value; write a comma");
        if (is_comment(text_, at_)) return fail(stray(text_, at_, Wanted::comma));
        const std::string_view word = bare_word(text_.substr(at_));
        if (c == '"' || c == '{' || c == '[') return fail(at_, at_ + 1, "a comma is missing before this value");
        if (is_literal(word)) return fail(at_, at_ + word.size(), "a comma is missing before this value");
        if (is_word(c) && string_end_ > 0 && at_ == string_end_) {
            return fail(at_, at_ + word.size(),
                        "text goes on behind its closing quote; write `\\\"` for a quote inside a text");
        }
        return fail(stray(text_, at_, Wanted::comma));
    }

    State behind_all() {
        if (at_ == text_.size()) return State::done;
        const char c = peek();
        if (c == '}' || c == ']') return wrong_bracket(c);
        if (c == '{' || c == '[' || c == '"') {
            return fail(at_, at_ + 1, "a second JSON value begins here; a file holds one");
        }
        if (c == ',')
            return fail(at_, at_ + 1,
                        "comma behind the end of the JSON value; remove it, or write `[ ]` around several values");
        if (is_comment(text_, at_)) return fail(stray(text_, at_, Wanted::value));
        const std::size_t end =
            at_ + std::max<std::size_t>(bare_word(text_.substr(at_)).size(), utf8::decode(text_.substr(at_)).size);
        return fail(at_, end, "text behind the end of the JSON value; remove it");
    }

    bool not_closed() {
        fail(at_, at_ + 1, "this quote is not closed; the file was cut short, or a `\"` is missing");
        return false;
    }

    /// `…\`, `…\u00`: a text that was cut there may have been sound.
    static bool ends_inside_escape(std::string_view inside) {
        const std::size_t begin = inside.rfind('\\');
        if (begin == std::string_view::npos) return false;
        const std::size_t first =
            inside.find_last_not_of('\\', begin) + 1;  // of those that stand together; 0 behind npos
        const bool is_escaped = (begin - first) % 2 != 0;
        const std::string_view behind = inside.substr(begin + 1);
        return !is_escaped &&
               (behind.empty() || (behind.size() < 5 && behind.front() == 'u' &&
                                   behind.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos));
    }

    bool string() {
        string_begin_ = at_;
        std::size_t end = at_ + 1;
        while (end < text_.size() && text_[end] != '"' && text_[end] != '\n' && text_[end] != '\r') {
            end += text_[end] == '\\' ? 2 : 1;
        }
        end = std::min(end, text_.size());
        std::string decoded;
        if (end == text_.size() && ends_inside_escape(text_.substr(at_ + 1))) return not_closed();
        if (ValueFault wrong = decode(text_.substr(at_ + 1, end - at_ - 1), decoded)) {
            fail(at_ + 1 + wrong.begin, at_ + 1 + wrong.end, std::move(wrong.what));
            return false;
        }
        if (end == text_.size()) return not_closed();
        if (text_[end] != '"') {
            fail(at_, end, "the quote is not closed on its line; close it, or write `\\n` for a line break");
            return false;
        }
        at_ = string_end_ = end + 1;
        return true;
    }

    static constexpr std::size_t no_comma = ~std::size_t{0};

    std::string_view text_;
    std::size_t max_depth_;
    std::size_t at_ = 0;
    std::vector<Open> open_;
    std::size_t comma_ = no_comma;  ///< the comma that the value or key expected next follows
    std::size_t string_begin_ = 0;
    std::size_t string_end_ = 0;
    Fault fault_;
};

}  // namespace

Fault find_fault(std::string_view text, std::size_t max_depth) { return FaultFinder(text, max_depth).find(); }

}  // namespace flowc::json
