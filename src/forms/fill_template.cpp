#include "forms/fill_template.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "forms/origin_writer.hpp"
#include "ir/placeholder.hpp"
#include "source/ascii.hpp"
#include "source/byte_set.hpp"
#include "syntax/json_stray.hpp"

namespace flowc {

namespace {

using json::is_word;

struct Brackets {
    std::string_view open;
    std::string_view close;
};

/// What a placeholder begins and ends with where no expression stands inside; the longer ones first.
constexpr Brackets brackets[] = {{"<<", ">>"}, {"{{", "}}"}, {"<", ">"}, {"%", "%"}, {"{", "}"}};

/// What those begin with, and expressions.
constexpr ByteSet begins_placeholder("$<{%");
static_assert(std::all_of(std::begin(brackets), std::end(brackets),
                          [](const Brackets& kind) { return begins_placeholder.contains(kind.open.front()); }));

constexpr std::size_t nowhere = std::string_view::npos;

class Filling {
  public:
    explicit Filling(const SourceFile& file) : base_(file.base()), text_(file.text()) {}

    std::optional<FilledTemplate> fill() {
        filled_.text.reserve(text_.size() + text_.size() / 16);
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (is_space(c)) {
                copy(1);
            } else if (c == '"') {
                string();
            } else if (is_directive()) {
                return std::move(filled_);
            } else if (const std::size_t end = placeholder_end(at_); end != nowhere) {
                placeholder(end);
            } else {
                token(c);
            }
        }
        if (filled_.first.empty()) return std::nullopt;
        filled_.origin = std::move(origin_).finish(Wrapping::verbatim);
        return std::move(filled_);
    }

  private:
    /// What JSON wants at this place.
    enum class Wanted : std::uint8_t { key, colon, value, comma };

    Span span(std::size_t begin, std::size_t end) const {
        return {base_ + static_cast<std::uint32_t>(begin), base_ + static_cast<std::uint32_t>(end)};
    }

    void copy(std::size_t size) {
        origin_.add(size, span(at_, at_ + size));
        filled_.text.append(text_, at_, size);
        at_ += size;
    }

    /// What is not in the file stands for a place in it.
    void write(std::string_view bytes, std::size_t begin, std::size_t end) {
        origin_.add(bytes.size(), span(begin, end));
        filled_.text += bytes;
    }

    void token(char c) {
        switch (c) {
            case '{':
            case '[':
                open_.push_back(c);
                wanted_ = c == '{' ? Wanted::key : Wanted::value;
                break;
            case '}':
            case ']':
                if (!open_.empty()) open_.pop_back();
                wanted_ = Wanted::comma;
                break;
            case ',': wanted_ = in_object() ? Wanted::key : Wanted::value; break;
            case ':': wanted_ = Wanted::value; break;
            default:
                wanted_ = Wanted::comma;
                if (is_word(c)) return word();
        }
        copy(1);
    }

    void word() {
        std::size_t end = at_;
        while (end < text_.size() && is_word(text_[end])) ++end;
        copy(end - at_);
    }

    bool in_object() const { return !open_.empty() && open_.back() == '{'; }

    /// A text in quotes, which ends with its line at the latest. Expressions within it may have quotes of their own.
    void string() {
        copy(1);
        wanted_ = wanted_ == Wanted::key ? Wanted::colon : Wanted::comma;
        for (;;) {
            static constexpr ByteSet tells("\"\\$%\n");
            copy(std::min(tells.first_in(text_.substr(at_)), text_.size() - at_));
            const std::string_view two = text_.substr(at_, 2);
            if (two.empty() || two[0] == '\n') return;
            if (two[0] == '"') return copy(1);
            if (two[0] == '\\' || two == "$$") {
                copy(two.size());
            } else if (const std::size_t end = has_own_quotes(two) ? expression_end(at_ + 1) : nowhere;
                       end != nowhere) {
                tell_first(at_, end);
                quoted(at_, end);
                at_ = end;
            } else {
                copy(1);
            }
        }
    }

    void tell_first(std::size_t begin, std::size_t end) {
        if (filled_.first.empty()) filled_.first = span(begin, end);
    }

    /// Whether an expression begins here, within a text, that has quotes which are not escaped as those of JSON.
    bool has_own_quotes(std::string_view opening) {
        if (opening != "${" && opening != "%{") return false;
        if (sign_ < at_) sign_ = std::min(text_.find_first_of("}\"\\\n", at_), text_.size());
        return sign_ < text_.size() && text_[sign_] == '"';
    }

    /// Where the expression ends that the brace at `at` begins: `${lookup(names, "a}b")}`. It stands on one line.
    std::size_t expression_end(std::size_t at) {
        if (at < hopeless_) return nowhere;
        std::size_t depth = 0;
        bool quoted = false;
        for (; at < text_.size() && text_[at] != '\n'; ++at) {
            const char c = text_[at];
            if (quoted && c == '\\') ++at;
            else if (c == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (c == '{') ++depth;
            else if (c == '}' && --depth == 0) return at + 1;
        }
        hopeless_ = at;
        return nowhere;
    }

    /// Bytes of the file as they have to be written within quotes.
    void quoted(std::size_t begin, std::size_t end) {
        while (begin < end) {
            const std::size_t next = std::min(text_.substr(0, end).find_first_of("\"\\\t", begin), end);
            write(text_.substr(begin, next - begin), begin, next);
            if (next == end) break;
            write(text_[next] == '\t' ? "\\t" : text_[next] == '"' ? "\\\"" : "\\\\", next, next + 1);
            begin = next + 1;
        }
    }

    bool is_directive() {
        const std::string_view two = text_.substr(at_, 2);
        if ((two != "%{" && two != "{%") || at_ < unclosed_) return false;
        const std::size_t line = std::min(text_.find('\n', at_), text_.size());
        const std::string_view close = two == "%{" ? "}" : "%}";
        const std::size_t end = text_.substr(at_, line - at_).find(close, 2);
        if (end == nowhere) {
            unclosed_ = line;
            return false;
        }
        filled_.directive = span(at_, at_ + end + close.size());
        tell_first(at_, at_ + end + close.size());
        return true;
    }

    /// Where the placeholder ends that begins at `begin`, with what is written against it: `${Days}0`. Nowhere: none does.
    std::size_t placeholder_end(std::size_t begin) {
        std::size_t end = begin;
        bool found = false;
        while (end < text_.size()) {
            const std::size_t next = end_of_one(end);
            if (next == nowhere) break;
            found = found || has_placeholder(text_.substr(end, next - end));
            end = next;
        }
        return found ? end : nowhere;
    }

    /// Whether a name follows two braces, which an object cannot begin with: `{{ queue | tojson }}`, `{{- .Values.queue }}`.
    bool begins_expression(std::size_t at) const {
        if (text_.substr(at, 2) != "{{") return false;
        const std::size_t name = text_.find_first_not_of(" -", at + 2);
        return name != nowhere && (is_word(text_[name]) || text_[name] == '.' || text_[name] == '$');
    }

    /// The end of the placeholder or word at `at`; nowhere where neither begins.
    std::size_t end_of_one(std::size_t at) {
        if (is_word(text_[at])) {
            while (at < text_.size() && is_word(text_[at])) ++at;
            return at;
        }
        if (!begins_placeholder.contains(text_[at])) return nowhere;
        if (text_.substr(at, 2) == "${") return expression_end(at + 1);
        if (begins_expression(at)) return expression_end(at);
        for (const Brackets& kind : brackets) {
            if (text_.substr(at, kind.open.size()) != kind.open) continue;
            std::size_t end = at + kind.open.size();
            while (end < text_.size() && (is_word(text_[end]) || text_[end] == ' ')) ++end;
            if (text_.substr(end, kind.close.size()) != kind.close) continue;
            end += kind.close.size();
            if (has_placeholder(text_.substr(at, end - at))) return end;
        }
        return nowhere;
    }

    /// As a value, as a key, or as what follows a value: there it may be an item or an entry, or several, or nothing.
    void placeholder(std::size_t end) {
        const std::size_t begin = at_;
        tell_first(begin, end);
        if (wanted_ == Wanted::comma) write(",", begin, begin);
        const bool is_entry = in_object() && wanted_ != Wanted::value;
        in_quotes(begin, end);
        at_ = end;
        const char next = following();
        if (is_entry && next == ':') {
            wanted_ = Wanted::colon;
            return;
        }
        if (is_entry) {
            write(":", end, end);
            in_quotes(begin, end);
        }
        wanted_ = Wanted::comma;
        if (next != ',' && next != ']' && next != '}' && next != '\0' && placeholder_end(next_) == nowhere) {
            write(",", end, end);
            wanted_ = in_object() ? Wanted::key : Wanted::value;
        }
    }

    void in_quotes(std::size_t begin, std::size_t end) {
        write("\"", begin, begin);
        quoted(begin, end);
        write("\"", end, end);
    }

    /// The next character that is no space; `next_` is where.
    char following() {
        next_ = at_;
        while (next_ < text_.size() && is_space(text_[next_])) ++next_;
        return next_ < text_.size() ? text_[next_] : '\0';
    }

    std::uint32_t base_;
    std::string_view text_;
    FilledTemplate filled_;
    OriginWriter origin_;
    std::size_t at_ = 0;
    std::size_t next_ = 0;
    // What was looked for and not found is not looked for again on the same line.
    std::size_t hopeless_ = 0;  ///< no expression that begins before it ends
    std::size_t unclosed_ = 0;  ///< the same of directives
    std::size_t sign_ = 0;      ///< the next character that tells whether an expression has quotes
    std::vector<char> open_;
    Wanted wanted_ = Wanted::value;
};

}  // namespace

std::optional<FilledTemplate> fill_template(const SourceFile& file) { return Filling(file).fill(); }

}  // namespace flowc
