#include "syntax/yaml_problem.hpp"

#include <algorithm>
#include <array>

#include "diagnostics/suggest.hpp"

namespace flowc {

namespace {

struct Rephrased {
    std::string_view problem;
    std::string_view message;
};

/// libyaml's problems that always have the same cause.
constexpr std::array<Rephrased, 27> phrases{{
    {"block sequence entries are not allowed in this context",
     "`- ` begins a list entry and cannot stand here; put the list on lines of its own, or quote the text"},
    {"mapping keys are not allowed in this context", "`?` begins a key of several lines here; quote the text"},
    {"found a tab character that violates indentation", "tab as indentation; YAML wants spaces"},
    {"found a tab character where an indentation space is expected", "tab as indentation; YAML wants spaces"},
    {"did not find expected comment or line break", "text behind `|` or `>`; begin it on the next line, indented"},
    {"found an indentation indicator equal to 0",
     "`0` behind `|` or `>`; the indentation is a digit from 1 to 9, or left out"},
    {"did not find expected hexdecimal number", "`\\x`, `\\u` and `\\U` want 2, 4 and 8 hexadecimal digits"},
    {"found invalid Unicode character escape code", "this escape is no character; write the character itself"},
    {"did not find expected alphabetic or numeric character",
     "`&` and `*` begin YAML's anchors and aliases; quote the text"},
    {"found undefined tag handle", "a text that begins with `!` is a YAML tag; quote the text"},
    {"did not find expected tag URI", "a text that begins with `!` is a YAML tag; quote the text"},
    {"did not find expected '!'", "a text that begins with `!` is a YAML tag; quote the text"},
    {"did not find the expected '>'", "a text that begins with `!` is a YAML tag; quote the text"},
    {"did not find URI escaped octet", "a text that begins with `!` is a YAML tag; quote the text"},
    {"did not find expected whitespace or line break", "a text that begins with `!` is a YAML tag; quote the text"},
    {"found unexpected ':'", "`:` in an unquoted text inside `{ }` or `[ ]`; quote the text"},
    {"did not find expected node content",
     "a value was expected here; quote a text that begins with one of YAML's own signs"},
    {"did not find expected <document start>",
     "the document ended before this line; check its indentation, or begin a new document with `---`"},
    {"control characters are not allowed", "control character; remove it, or write it as an escape in double quotes"},
    {"found incompatible YAML document", "this version of YAML is not read; remove the `%YAML` line"},
    {"found duplicate %YAML directive", "second `%YAML` line for one document; remove it"},
    {"found unknown directive name", "a line that begins with `%` is a YAML directive; remove it, or quote the text"},
    {"could not find expected directive name",
     "a line that begins with `%` is a YAML directive; remove it, or quote the text"},
    {"found unexpected non-alphabetical character",
     "a line that begins with `%` is a YAML directive; remove it, or quote the text"},
    {"did not find expected version number", "`%YAML` wants a version such as `1.2`; the line may be left out"},
    {"did not find expected digit or '.' character", "`%YAML` wants a version such as `1.2`; the line may be left out"},
    {"found extremely long version number", "`%YAML` wants a version such as `1.2`; the line may be left out"},
}};

class Explanation {
  public:
    explicit Explanation(YamlStream& stream)
        : text_(stream.text()), problem_(stream.parser()->problem ? stream.parser()->problem : ""),
          context_(stream.parser()->context ? stream.parser()->context : "") {
        const yaml_parser_t& parser = *stream.parser();
        // The reader counts bytes; scanner and parser count code points.
        at_ = parser.error == YAML_READER_ERROR ? std::min(parser.problem_offset, text_.size())
                                                : stream.byte_of(parser.problem_mark);
        begun_ = context_.empty() ? at_ : stream.byte_of(parser.context_mark);
    }

    YamlProblem explain() {
        found_.directive =
            problem_.find("directive") != std::string_view::npos || problem_.find("%YAML") != std::string_view::npos ||
            problem_ == "found incompatible YAML document" || context_.find("directive") != std::string_view::npos;
        point_at(at_);
        if (!explain_by_place() && !explain_by_phrase()) {
            found_.message = "malformed YAML: " + std::string(problem_);
            label_context();
        }
        return std::move(found_);
    }

  private:
    char at(std::size_t place) const { return place < text_.size() ? text_[place] : '\0'; }
    bool is_blank(std::size_t place) const { return at(place) == ' ' || at(place) == '\t'; }
    static bool is_break(char c) { return c == '\n' || c == '\r' || c == '\0'; }

    std::size_t line_begin(std::size_t place) const {
        while (place > 0 && !is_break(text_[place - 1])) --place;
        return place;
    }
    std::size_t line_end(std::size_t place) const {
        while (!is_break(at(place))) ++place;
        return place;
    }
    /// The offset behind the last byte before `place` on its line that is no blank; the line's begin where all are.
    std::size_t behind_text_before(std::size_t place) const {
        const std::size_t begin = line_begin(place);
        while (place > begin && is_blank(place - 1)) --place;
        return place;
    }
    bool is_first_on_line(std::size_t place) const { return behind_text_before(place) == line_begin(place); }

    void point(std::size_t begin, std::size_t end) {
        found_.begin = static_cast<std::uint32_t>(begin);
        found_.end = static_cast<std::uint32_t>(std::max(begin, end));
    }
    /// One code point, or nothing at the end of a line.
    void point_at(std::size_t place) {
        point(place, is_break(at(place)) ? place : place + utf8::decode(text_.substr(place)).size);
    }
    void point_to_line_end(std::size_t place) {
        std::size_t end = line_end(place);
        while (end > place && is_blank(end - 1)) --end;
        point(place, end);
    }
    void label(std::size_t place, std::string text) {
        if (place == found_.begin) return;
        found_.label = static_cast<std::uint32_t>(place);
        found_.label_text = std::move(text);
    }
    bool say(std::string message) {
        found_.message = std::move(message);
        return true;
    }

    void label_context() {
        if (context_ == "while parsing a block mapping") label(begun_, "the mapping begins here");
        if (context_ == "while parsing a block collection") label(begun_, "the list begins here");
        if (context_ == "while parsing a flow mapping") label(begun_, "the `{` stands here");
        if (context_ == "while parsing a flow sequence") label(begun_, "the `[` stands here");
        if (context_ == "while scanning a block scalar") label(begun_, "the text begins here");
        if (context_ == "while scanning a quoted scalar") label(begun_, "the quote begins here");
    }

    bool explain_by_phrase() {
        const auto* phrase =
            std::find_if(phrases.begin(), phrases.end(), [&](const Rephrased& row) { return row.problem == problem_; });
        if (context_.find("directive") != std::string_view::npos) point_to_line_end(begun_);
        if (phrase == phrases.end()) return false;
        found_.message = phrase->message;
        if (at(at_) == '\t') found_.message = "tab as indentation; YAML wants spaces";
        if (context_ == "while scanning an anchor" || context_ == "while scanning an alias" ||
            context_ == "while scanning a tag" || context_ == "while parsing a tag") {
            point_at(begun_);
        }
        label_context();
        return true;
    }

    bool explain_by_place() {
        if (problem_ == "mapping values are not allowed in this context") return explain_colon();
        if (problem_ == "could not find expected ':'") return explain_missing_colon();
        if (problem_ == "did not find expected key" || problem_ == "did not find expected '-' indicator") {
            return explain_indentation();
        }
        if (problem_ == "did not find expected ',' or ']'" || problem_ == "did not find expected ',' or '}'") {
            return explain_open_bracket();
        }
        if (problem_ == "found unexpected end of stream" || problem_ == "found unexpected document indicator") {
            point_at(begun_);
            return say("this quote is not closed; close it, or quote the text the other way if it holds a quote");
        }
        if (problem_ == "found character that cannot start any token") return explain_first_character();
        if (problem_ == "found unknown escape character") return explain_escape();
        if (found_.directive && text_.substr(begun_, 4) == "%TAG") {
            point_to_line_end(begun_);
            return say("`%TAG` is not read; remove the line, or quote a text that begins with `%`");
        }
        if (problem_ == "did not find expected <document start>" && !is_first_on_line(at_)) {
            return say("text behind the end of the value; quote the text as a whole");
        }
        return false;
    }

    bool explain_colon() {
        constexpr std::size_t longest_key = 1024;
        const std::string_view before = text_.substr(line_begin(at_), at_ - line_begin(at_));
        if (utf8::count(before) > longest_key)
            return say("a key of more than 1024 characters; shorten it, or quote the text");
        if (before.find(": ") != std::string_view::npos) {
            return say(
                "`:` followed by a space inside an unquoted text; quote the text, or put it on a line of its own under "
                "`>-`");
        }
        if (explain_colon_left_out_above()) return true;
        return say(
            "`:` cannot stand here, the key above has a value already; check the indentation, or quote the text");
    }

    static std::string_view without_comment(std::string_view line) {
        const std::size_t sign = line.front() == '#' ? 0 : line.find(" #");
        line = line.substr(0, sign);
        while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
        return line;
    }

    /// Where the text that goes on to this line begins, if no key stands before it; else the text's end.
    std::size_t text_above() const {
        const std::size_t nowhere = text_.size();
        std::size_t begun = nowhere;
        for (std::size_t below = line_begin(at_); below > 0;) {
            std::size_t line = line_begin(below - 1);
            const std::size_t end = behind_text_before(below - 1);
            below = line;
            while (line < end && is_blank(line)) ++line;
            if (line >= end) continue;
            const std::string_view words = without_comment(text_.substr(line, end - line));
            if (words.empty()) continue;
            if (words == "---" || words.back() == ':') break;
            if (words.find(": ") != std::string_view::npos) return nowhere;
            begun = line;
            if (words.front() != '-') continue;
            while (begun < end && (at(begun) == '-' || is_blank(begun))) ++begun;
            break;
        }
        return begun;
    }

    /// A step such as `hours Office` with its options below it.
    bool explain_colon_left_out_above() {
        const std::size_t line = line_begin(at_);
        const std::size_t own = text_.find_first_not_of(" \t", line);
        const std::size_t begin = text_above();
        if (begin >= line) return false;
        const std::size_t end = begin + without_comment(text_.substr(begin, line_end(begin) - begin)).size();
        std::size_t word = begin;
        while (word < end && is_of_key(at(word))) ++word;
        if (word == begin || word > end) return false;
        if (at(word) == ':' && at(word + 1) != '/' && !(at(begin) >= '0' && at(begin) <= '9')) {
            point(word, word + 1);
            label(own, "so this line has no key to stand below");
            return say("a blank is missing behind this `:`; write " +
                       quote(std::string(text_.substr(begin, word - begin)) + ": " +
                             std::string(text_.substr(word + 1, end - word - 1))));
        }
        if (word < end && !is_blank(word)) return false;
        if (at(own) == '-' && at(own + 1) == ' ') {
            point(own, own + 1);
            label(begin, "this text goes on below");
            return say(
                "this entry stands deeper than the text above, and YAML takes both for one text; "
                "give it the indentation of the entries beside it");
        }
        const std::size_t rest = text_.find_first_not_of(" \t", word);
        const std::string meant = std::string(text_.substr(begin, word - begin)) + ":" +
                                  (rest < end ? " " + std::string(text_.substr(rest, end - rest)) : std::string());
        point(begin, end);
        label(own, "and this line stands below it");
        return say("this text has no `:`, and the next line stands below it as below a key; write " + quote(meant) +
                   ", or check the indentation of the next line");
    }
    static bool is_of_key(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
               static_cast<unsigned char>(c) >= 0x80;
    }

    bool explain_missing_colon() {
        point_to_line_end(begun_);
        const char first = at(begun_);
        if (first == '*' || first == '&') return say("`&` and `*` begin YAML's anchors and aliases; quote the text");
        return say("`:` is missing behind the key; a text that goes on here must be indented deeper than its key");
    }

    bool explain_indentation() {
        const bool list = problem_ == "did not find expected '-' indicator";
        const std::size_t before = behind_text_before(at_);
        if (before > line_begin(at_) && at_ < text_.size()) {
            const char last = text_[before - 1];
            if (last == '}' || last == ']') {
                label_context_of_line(last == '}' ? '{' : '[');
                return say(std::string("text behind `") + last + "`; a text that begins with `" +
                           (last == '}' ? '{' : '[') + "` must be quoted as a whole");
            }
            if (last == '"' || last == '\'') {
                return say("text behind a closing quote; quote the text as a whole, the other way if it holds quotes");
            }
            return say(at(at_) == ',' ? "a text cannot begin with a comma; quote it"
                                      : "this cannot stand behind a value; quote the text as a whole");
        }
        if (at(at_) == ']' || at(at_) == '}')
            return say(std::string("`") + at(at_) + "` closes nothing; remove it, or quote the text");
        const std::size_t above = text_above();
        const bool is_below_it = at_ - line_begin(at_) >= above - line_begin(above);
        if (list && at(at_) != '-' && is_below_it && explain_colon_left_out_above()) return true;
        label_context();
        if (at(at_) == '-' && !list) {
            const std::size_t entry = text_.find_first_not_of(" \t", before == 0 ? 0 : line_begin(before - 1));
            const bool no_blank = entry < before && at(entry) == '-' && at(entry + 1) != ' ' && at(entry + 1) != '-';
            return say(
                no_blank ? "a list entry where a key was expected; a blank is missing behind the `-` of the line above"
                         : "a list entry where a key was expected; check the indentation");
        }
        return say(list ? "an entry of a list begins with `- `; check the indentation of this line"
                        : "a key was expected here; check the indentation of this line");
    }

    void label_context_of_line(char bracket) {
        const std::size_t begin = line_begin(at_);
        const std::size_t open = text_.substr(begin, at_ - begin).find(bracket);
        if (open != std::string_view::npos)
            label(begin + open, std::string("`") + bracket + "` makes this a collection");
    }

    bool explain_open_bracket() {
        const char open = problem_.back() == '\'' && problem_[problem_.size() - 2] == ']' ? '[' : '{';
        const char close = open == '[' ? ']' : '}';
        const char found = at(at_);
        if (at_ >= text_.size()) {
            point_at(begun_);
            return say(std::string("this `") + open + "` is not closed; write `" + close + "`, or quote the text");
        }
        label_context();
        if (found == '{' || found == '[') {
            return say(std::string("`") + found + "` in an unquoted text inside `" + open + " " + close +
                       "`; quote the text");
        }
        if (found == '}' || found == ']') {
            return say(std::string("`") + found + "` where `" + close + "` was expected");
        }
        return say(std::string("`,` or `") + close + "` is missing before this; quote a text as a whole");
    }

    bool explain_first_character() {
        const char first = at(at_);
        if (first == '\t') {
            std::size_t end = at_;
            while (at(end) == '\t') ++end;
            point(at_, end);
            return say(is_first_on_line(at_) ? "tab as indentation; YAML wants spaces"
                                             : "tab where YAML wants a space");
        }
        const std::string shown = quote(text_.substr(found_.begin, found_.end - found_.begin));
        return say("a text cannot begin with " + shown + "; quote it");
    }

    bool explain_escape() {
        std::size_t begin = at_;
        while (begin > begun_ && at(begin) != '\\') --begin;
        const std::size_t letter = begin + 1;
        const std::size_t size = is_break(at(letter)) ? 0 : utf8::decode(text_.substr(letter)).size;
        point(begin, letter + size);
        return say(quote(text_.substr(begin, 1 + size)) +
                   " is no escape; write `\\\\` for a backslash, or use single quotes");
    }

    std::string_view text_;
    std::string_view problem_;
    std::string_view context_;
    std::size_t at_ = 0;
    std::size_t begun_ = 0;
    YamlProblem found_;
};

}  // namespace

bool is_behind_document(const yaml_parser_t& parser) {
    return parser.problem && std::string_view{parser.problem} == "did not find expected <document start>";
}

YamlProblem explain_problem(YamlStream& stream) { return Explanation(stream).explain(); }

}  // namespace flowc
