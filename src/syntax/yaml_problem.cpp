#include "syntax/yaml_problem.hpp"

#include <algorithm>
#include <array>

#include "diagnostics/suggest.hpp"
#include "syntax/yaml_place.hpp"
#include "syntax/yaml_signs.hpp"

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

class Explanation : YamlPlace {
  public:
    explicit Explanation(YamlStream& stream)
        : YamlPlace(stream.text()), problem_(stream.parser()->problem ? stream.parser()->problem : ""),
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
        if (!explain_odd_blank(at_) && !explain_odd_blank(begun_) && !explain_by_place() && !explain_by_phrase()) {
            found_.message = "malformed YAML: " + std::string(problem_);
            label_context();
        }
        return std::move(found_);
    }

  private:
    /// A no-break space before the line's text, as in what is copied from a page.
    bool explain_odd_blank(std::size_t place) {
        std::size_t blank = line_begin(place);
        while (blank < place && is_blank(blank)) ++blank;
        if (!text_.substr(blank).starts_with("\u00a0")) return false;
        point_at(blank);
        return say("a no-break space stands here, which YAML takes for a letter; write a plain one in each place");
    }

    void label_context() {
        if (context_ == "while parsing a block mapping") label(begun_, "the mapping begins here");
        if (context_ == "while parsing a block collection") label(begun_, "the list begins here");
        if (context_ == "while parsing a flow mapping") label(begun_, "the `{` stands here");
        if (context_ == "while parsing a flow sequence") label(begun_, "the `[` stands here");
        if (context_ == "while scanning a block scalar") label(begun_, "the text begins here");
        if (context_ == "while scanning a quoted scalar") label(begun_, "the quote begins here");
    }

    /// What was found about this place, but for what is known of it already.
    bool take(YamlProblem problem) {
        problem.directive = found_.directive;
        found_ = std::move(problem);
        return true;
    }

    bool explain_by_phrase() {
        const auto* phrase =
            std::find_if(phrases.begin(), phrases.end(), [&](const Rephrased& row) { return row.problem == problem_; });
        if (context_.find("directive") != std::string_view::npos) point_to_line_end(begun_);
        if (phrase == phrases.end()) return false;
        found_.message = phrase->message;
        if (at(at_) == '\t') found_.message = "tab as indentation; YAML wants spaces";
        if (context_ == "while scanning an alias" && is_first_on_line(begun_) && is_blank(begun_ + 1)) {
            point_at(begun_);
            return say("an entry of a list begins with `- `, and not with another sign");
        }
        if (context_ == "while scanning an anchor" || context_ == "while scanning an alias" ||
            context_ == "while scanning a tag" || context_ == "while parsing a tag") {
            point_at(begun_);
        }
        label_context();
        return true;
    }

    bool explain_by_place() {
        if (problem_ == "mapping values are not allowed in this context") return take(colon_out_of_place(text_, at_));
        if (problem_ == "could not find expected ':'") return take(line_without_sign(text_, begun_, at_));
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
        if (list && at(at_) != '-')
            if (auto found = sign_left_out_above(text_, at_)) return take(std::move(*found));
        label_context();
        if (at(at_) == '-' && !list) {
            if (auto found = blank_left_out_behind_dash(text_, at_)) return take(std::move(*found));
            return say("a list entry where a key was expected; check the indentation");
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

    std::string_view problem_;
    std::string_view context_;
    std::size_t at_ = 0;
    std::size_t begun_ = 0;
};

}  // namespace

bool is_behind_document(const yaml_parser_t& parser) {
    return parser.problem && std::string_view{parser.problem} == "did not find expected <document start>";
}

YamlProblem explain_problem(YamlStream& stream) { return Explanation(stream).explain(); }

}  // namespace flowc
