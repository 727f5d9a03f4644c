#include "syntax/yaml_signs.hpp"

#include <array>

#include "diagnostics/suggest.hpp"
#include "syntax/other_quotes.hpp"
#include "syntax/yaml_place.hpp"

namespace flowc {

namespace {

/// What word processors put in the place of a hyphen, and what begins a list elsewhere.
constexpr std::array<std::string_view, 6> other_dashes{"\u2013", "\u2014", "\u2212", "\u2022", "\u00b7", "*"};

std::string_view other_dash_at(std::string_view text) {
    for (const std::string_view dash : other_dashes)
        if (text.starts_with(dash)) return dash;
    return {};
}

class Signs : YamlPlace {
  public:
    Signs(std::string_view text, std::size_t place) : YamlPlace(text), at_(place) { point_at(place); }

    YamlProblem explain_colon() {
        constexpr std::size_t longest_key = 1024;
        const std::size_t line = line_begin(at_);
        const std::string_view before = text_.substr(line, at_ - line);
        if (utf8::count(before) > longest_key) say("a key of more than 1024 characters; shorten it, or quote the text");
        else if (before.find(": ") != std::string_view::npos) explain_second_colon(line + before.find(": "));
        else if (!explain_left_out_above()) explain_deeper_key();
        return std::move(found_);
    }

    YamlProblem explain_line(std::size_t noticed) {
        point_to_line_end(at_);
        const std::string_view rest = text_.substr(at_, found_.end - at_);
        const std::string_view dash = other_dash_at(rest);
        if (!dash.empty() && is_first_on_line(at_) && is_blank(at_ + dash.size())) {
            point(at_, at_ + dash.size());
            say("an entry of a list begins with `- `, and not with another sign");
        } else if (rest.starts_with("//")) {
            say("a comment begins with `#`");
        } else if (rest.starts_with('*') || rest.starts_with('&')) {
            say("`&` and `*` begin YAML's anchors and aliases; quote the text");
        } else if (line_begin(noticed) == line_begin(at_) || !is_first_on_line(at_) || utf8::count(rest) > 40) {
            say("`:` is missing behind the key; a text that goes on here must be indented deeper than its key");
        } else {
            const std::string word = std::string(rest.substr(0, rest.find_first_of(" \t#")));
            say("this line has no `:` and no `- `; a key is " + quote(word + ":") +
                ", an entry of a list begins with `- `, and a text that goes on is indented deeper than its key");
        }
        return std::move(found_);
    }

    std::optional<YamlProblem> explain_above() {
        const std::size_t above = text_above();
        if (at_ - line_begin(at_) < above - line_begin(above) || !explain_left_out_above()) return std::nullopt;
        return std::move(found_);
    }

    std::optional<YamlProblem> explain_dash_above() {
        const std::size_t begin = line_begin(at_);
        const std::size_t entry = begin == 0 ? at_ : text_.find_first_not_of(" \t", line_begin(begin - 1));
        if (entry >= begin || at(entry) != '-' || is_blank(entry + 1) || is_break(at(entry + 1)) ||
            at(entry + 1) == '-')
            return std::nullopt;
        point(entry, entry + 1);
        label(at_, "this line is an entry");
        say("a blank is missing behind this `-`, and YAML takes it for a part of the key");
        return std::move(found_);
    }

  private:
    static std::string_view without_comment(std::string_view line) {
        const std::size_t sign = line.starts_with('#') ? 0 : line.find(" #");
        line = line.substr(0, sign);
        while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
        return line;
    }

    static bool is_of_key(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
               static_cast<unsigned char>(c) >= 0x80;
    }

    /// `say: Note: closed`, or `hours: Office closed: hangup`.
    void explain_second_colon(std::size_t first) {
        const std::size_t value = text_.find_first_not_of(" \t", first + 1);
        const std::string_view sign = other_quote_at(text_.substr(value, at_ - value));
        if (!sign.empty()) {
            point(value, value + sign.size());
            say(quote(sign) + " is no quote to YAML, and a `:` in the text needs one; write `\"` on both sides of it");
            return;
        }
        std::size_t word = at_;
        while (word > value && is_of_key(at(word - 1))) --word;
        const bool ends_line = is_break(at(std::min(text_.find_first_not_of(" \t", at_ + 1), text_.size())));
        const bool may_be_key = word > value && word < at_ && is_blank(word - 1) && !ends_line;
        say(std::string(ends_line ? "`:` at the end of an unquoted text"
                                  : "`:` followed by a space inside an unquoted text") +
            "; quote the text, or put " +
            (may_be_key ? "what begins with " + quote(std::string(text_.substr(word, at_ - word)) + ":") +
                              " on a line of its own, as far in as " + quote(std::string(key_before(first)) + ":")
                        : std::string("it on a line of its own under `>-`")));
    }

    /// The key that ends at a colon.
    std::string_view key_before(std::size_t colon) const {
        std::size_t begin = colon;
        while (begin > 0 && is_of_key(at(begin - 1))) --begin;
        return text_.substr(begin, colon - begin);
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
    bool explain_left_out_above() {
        const std::size_t own = text_.find_first_not_of(" \t", line_begin(at_));
        const std::size_t begin = text_above();
        if (begin >= line_begin(at_) || own >= text_.size()) return false;
        const std::size_t end = begin + without_comment(text_.substr(begin, line_end(begin) - begin)).size();
        std::size_t word = begin;
        while (word < end && is_of_key(at(word))) ++word;
        if (word == begin || word > end) return false;
        const std::string key{text_.substr(begin, word - begin)};
        if (at(word) == ':' && at(word + 1) != '/' && !(at(begin) >= '0' && at(begin) <= '9')) {
            point(word, word + 1);
            label(own, "so this line has no key to stand below");
            return say("a blank is missing behind this `:`; write " +
                       quote(key + ": " + std::string(text_.substr(word + 1, end - word - 1))));
        }
        if (word < end && !is_blank(word)) return false;
        if (at(own) == '-' && at(own + 1) == ' ') {
            point(own, own + 1);
            label(begin, "this text goes on below");
            return say(
                "this entry stands deeper than the text above, and YAML takes both for one text; "
                "give it the indentation of the entries beside it");
        }
        const std::size_t rest = text_.find_first_not_of(" \t=", word);
        const std::string meant =
            key + ":" + (rest < end ? " " + std::string(text_.substr(rest, end - rest)) : std::string());
        point(begin, end);
        label(own, "and this line stands below it");
        return say("this text has no `:`, and the next line stands below it as below a key; write " + quote(meant) +
                   ", or check the indentation of the next line");
    }

    /// A key deeper than the one above, which has a value.
    void explain_deeper_key() {
        const std::size_t own = text_.find_first_not_of(" \t", line_begin(at_));
        const bool is_key = own < at_ && std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(own),
                                                     text_.begin() + static_cast<std::ptrdiff_t>(at_), is_of_key);
        if (is_key) point(own, at_);
        say("`:` cannot stand here, the key above has a value already; " +
            std::string(is_key ? "give this line the indentation of that key, or quote the text"
                               : "check the indentation, or quote the text"));
    }

    std::size_t at_;
};

}  // namespace

YamlProblem colon_out_of_place(std::string_view text, std::size_t place) { return Signs(text, place).explain_colon(); }

YamlProblem line_without_sign(std::string_view text, std::size_t begin, std::size_t noticed) {
    return Signs(text, begin).explain_line(noticed);
}

std::optional<YamlProblem> sign_left_out_above(std::string_view text, std::size_t place) {
    return Signs(text, place).explain_above();
}

std::optional<YamlProblem> blank_left_out_behind_dash(std::string_view text, std::size_t place) {
    return Signs(text, place).explain_dash_above();
}

}  // namespace flowc
