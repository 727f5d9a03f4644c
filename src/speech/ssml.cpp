#include "speech/ssml.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "diagnostics/suggest.hpp"
#include "source/ascii.hpp"

namespace flowc::speech {

namespace {

/// A tag that the service speaks by, and the attribute without which it says nothing.
struct Tag {
    std::string_view name;
    std::string_view needs;
};

constexpr Tag tags[] = {
    {"speak", {}},
    {"break", {}},
    {"lang", "xml:lang"},
    {"mark", "name"},
    {"p", {}},
    {"phoneme", "ph"},
    {"prosody", {}},
    {"s", {}},
    {"say-as", "interpret-as"},
    {"sub", "alias"},
    {"w", "role"},
    {"amazon:effect", {}},
    {"amazon:domain", "name"},
};

constexpr auto tag_names = [] {
    std::array<std::string_view, std::size(tags)> names{};
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = tags[i].name;
    return names;
}();

const Tag* find_tag(std::string_view name) {
    for (const Tag& tag : tags)
        if (tag.name == name) return &tag;
    return nullptr;
}

constexpr long longest_break_ms = 10'000;

bool is_name_start(char c) { return is_letter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80; }

bool is_xml_name_character(char c) { return is_name_start(c) || is_digit(c) || c == '-' || c == '.' || c == ':'; }

bool is_entity(std::string_view name) {
    if (name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos") return true;
    if (!name.starts_with('#')) return false;
    name.remove_prefix(1);
    const int base = name.starts_with('x') ? 16 : 10;
    if (base == 16) name.remove_prefix(1);
    unsigned value = 0;
    const auto [end, failure] = std::from_chars(name.data(), name.data() + name.size(), value, base);
    return failure == std::errc{} && end == name.data() + name.size() && value != 0 && value <= 0x10FFFF;
}

bool holds_reference(std::string_view value) { return value.find_first_of("{$") != std::string_view::npos; }

/// Milliseconds of `3s`, `0.5s` or `500ms`, cut off far past the longest break; below 0: no duration.
long break_length(std::string_view time) {
    long factor = 1000;
    if (time.ends_with("ms")) factor = 1, time.remove_suffix(2);
    else if (time.ends_with('s')) time.remove_suffix(1);
    else return -1;
    long whole = 0;
    std::size_t i = 0;
    for (; i < time.size() && time[i] >= '0' && time[i] <= '9'; ++i)
        if (whole <= longest_break_ms) whole = whole * 10 + (time[i] - '0');
    bool digits = i > 0;
    bool fraction = false;
    if (i < time.size() && time[i] == '.')
        for (++i; i < time.size() && time[i] >= '0' && time[i] <= '9'; ++i) digits = true, fraction |= time[i] != '0';
    if (!digits || i != time.size()) return -1;
    return whole * factor + (fraction ? 1 : 0);
}

class Check {
  public:
    Check(std::string_view text, const ReportSsml& report, const ReadAttribute& read)
        : text_(text), report_(report), read_(read) {}

    void run() {
        while (at_ < text_.size()) {
            if (text_[at_] == '<' ? !markup() : !words()) return;
        }
        if (!root_seen_) without_speak(0, 0, "nothing but space stands where SSML begins with `<speak>`");
        else if (!open_.empty()) broken(open_.back().begin, open_.back().end, not_closed(open_.back().name));
    }

  private:
    struct Open {
        std::string_view name;
        std::size_t begin;
        std::size_t end;
    };
    struct Value {
        std::string_view text;
        std::size_t begin;
    };
    using Attributes = std::map<std::string_view, Value>;

    /// Markup that cannot be spoken; nothing after it can be judged.
    bool broken(std::size_t begin, std::size_t end, std::string message) {
        report_(SsmlFault::broken, begin, end, std::move(message));
        return false;
    }
    bool without_speak(std::size_t begin, std::size_t end, std::string message) {
        report_(SsmlFault::no_speak, begin, end, std::move(message));
        return false;
    }
    void doubtful(SsmlFault fault, std::size_t begin, std::size_t end, std::string message) {
        report_(fault, begin, end, std::move(message));
    }

    static std::string angled(std::string_view name) { return quote("<" + std::string{name} + ">"); }
    static std::string not_closed(std::string_view name) {
        return angled(name) + " is never closed; " +
               (name == "break" || name == "mark" ? "end the tag with `/>`"
                                                  : "write " + angled("/" + std::string{name}) + " where it ends");
    }

    bool words_outside(std::size_t begin) {
        if (!root_seen_ && text_.find("<speak") == std::string_view::npos)
            return without_speak(begin, text_.size(),
                                 "this markup has no `<speak>`; write it before the words, and `</speak>` behind");
        const std::string message = "words stand outside `<speak>`; move them inside";
        return root_seen_ ? broken(begin, text_.size(), message) : without_speak(begin, text_.size(), message);
    }

    bool words() {
        const std::size_t begin = at_;
        if (text_[at_] == '&') return entity();
        if (open_.empty() && !is_space(text_[at_])) return words_outside(begin);
        ++at_;
        return true;
    }

    bool entity() {
        const std::size_t end = text_.find_first_of("; <&\n", at_ + 1);
        if (end == std::string_view::npos || text_[end] != ';' || !is_entity(text_.substr(at_ + 1, end - at_ - 1)))
            return broken(at_, at_ + 1, "a `&` has a meaning of its own in SSML; write `&amp;`");
        at_ = end + 1;
        return true;
    }

    bool skip(std::string_view opening, std::string_view closing) {
        const std::size_t end = text_.find(closing, at_ + opening.size());
        if (end == std::string_view::npos)
            return broken(
                at_, at_ + opening.size(),
                "`" + std::string{opening} + "` is never closed; write `" + std::string{closing} + "` where it ends");
        at_ = end + closing.size();
        return true;
    }

    bool markup() {
        const std::string_view rest = text_.substr(at_);
        if (rest.starts_with("<?xml") && !root_seen_ && open_.empty()) return skip("<?xml", "?>");
        if (rest.starts_with("<!--")) return skip("<!--", "-->");
        if (rest.starts_with("<![CDATA[") && !open_.empty()) return skip("<![CDATA[", "]]>");
        if (rest.starts_with("</")) return closing();
        if (rest.size() < 2 || !is_name_start(rest[1]))
            return broken(at_, at_ + 1, "a `<` begins a tag in SSML and no tag follows; write `&lt;`");
        return opening();
    }

    std::string_view name() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && is_xml_name_character(text_[at_])) ++at_;
        return text_.substr(begin, at_ - begin);
    }
    void spaces() {
        while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    }

    bool closing() {
        const std::size_t begin = at_;
        at_ += 2;
        const std::string_view tag = name();
        spaces();
        if (at_ == text_.size() || text_[at_] != '>')
            return broken(begin, at_, "this closing tag has no end; write " + angled("/" + std::string{tag}));
        ++at_;
        if (open_.empty()) return broken(begin, at_, angled("/" + std::string{tag}) + " closes nothing; remove it");
        const Open last = open_.back();
        if (last.name != tag) {
            const bool known = is_open_.contains(tag) && is_open_[tag] > 0;
            if (known) return broken(last.begin, last.end, not_closed(last.name));
            return broken(begin, at_,
                          angled("/" + std::string{tag}) + " closes nothing; write " +
                              angled("/" + std::string{last.name}) + " or remove it");
        }
        --is_open_[tag];
        open_.pop_back();
        return true;
    }

    bool opening() {
        const std::size_t begin = at_++;
        const std::string_view tag = name();
        if (open_.empty()) {
            if (root_seen_) return broken(begin, at_, angled(tag) + " stands behind `</speak>`; move it inside");
            if (tag != "speak")
                return without_speak(begin, at_, "SSML begins with `<speak>`, and this begins with " + angled(tag));
            root_seen_ = true;
        }
        Attributes attributes;
        if (!read_attributes(tag, begin, attributes)) return false;
        const bool closed = text_[at_] == '/';
        at_ += closed ? 2 : 1;
        judge(tag, begin, attributes);
        if (!closed) {
            open_.push_back({tag, begin, at_});
            ++is_open_[tag];
        }
        return true;
    }

    /// Stops at the `>` or `/>` that ends the tag.
    bool read_attributes(std::string_view tag, std::size_t begin, Attributes& attributes) {
        while (true) {
            const std::size_t gap = at_;
            spaces();
            if (at_ < text_.size() && (text_[at_] == '>' || text_.substr(at_).starts_with("/>"))) return true;
            if (at_ == text_.size() || text_[at_] == '<' || gap == at_ || !is_name_start(text_[at_]))
                return broken(begin, at_, "the tag " + angled(tag) + " has no end; write `>` or `/>` behind it");
            const std::size_t first = at_;
            const std::string_view attribute = name();
            spaces();
            const bool given = at_ < text_.size() && text_[at_] == '=';
            if (given) ++at_, spaces();
            if (!given || at_ == text_.size() || (text_[at_] != '"' && text_[at_] != '\''))
                return broken(
                    first, at_,
                    quote(attribute) + " has no value in quotes; write `" + std::string{attribute} + "=\"…\"`");
            const char mark = text_[at_++];
            const std::size_t end = text_.find_first_of(mark == '"' ? "\"<" : "'<", at_);
            if (end == std::string_view::npos || text_[end] == '<')
                return broken(first, at_,
                              "the value of " + quote(attribute) + " is never closed; write the quote where it ends");
            const std::string_view value = text_.substr(at_, end - at_);
            if (!attributes.try_emplace(attribute, Value{value, at_}).second)
                return broken(first, end + 1, quote(attribute) + " stands twice in " + angled(tag) + "; remove one");
            at_ = end + 1;
            read_({tag, attribute, value, first, at_});
        }
    }

    void judge(std::string_view name, std::size_t begin, const Attributes& attributes) {
        const Tag* tag = find_tag(name);
        if (!tag) {
            if (!unknown_.insert(name).second) return;
            const std::string_view near = nearest(name, tag_names);
            return doubtful(SsmlFault::unknown_tag, begin, begin + 1 + name.size(),
                            "the service passes over the tag " + angled(name) + "; " +
                                (near.empty() ? "remove it" : "did you mean " + angled(near) + "?"));
        }
        if (name == "speak" && !open_.empty())
            return doubtful(SsmlFault::idle_tag, begin, at_,
                            "`<speak>` stands inside `<speak>`; one around everything is enough");
        if (!tag->needs.empty() && !attributes.contains(tag->needs))
            return doubtful(SsmlFault::idle_tag, begin, begin + 1 + name.size(),
                            angled(name) + " says nothing without `" + std::string{tag->needs} + "`; add it");
        if (name != "break") return;
        const auto time = attributes.find("time");
        if (time == attributes.end() || holds_reference(time->second.text)) return;
        const auto [text, first] = time->second;
        const long length = break_length(text);
        if (length < 0)
            doubtful(SsmlFault::idle_tag, first, first + text.size(),
                     "a break lasts a time such as `500ms` or `3s`, not " + quote(text));
        else if (length > longest_break_ms)
            doubtful(
                SsmlFault::idle_tag, first, first + text.size(),
                "a break of " + quote(text) + " is longer than the 10 seconds that the service allows; write several");
    }

    std::string_view text_;
    const ReportSsml& report_;
    const ReadAttribute& read_;
    std::size_t at_ = 0;
    std::vector<Open> open_;
    std::map<std::string_view, std::size_t> is_open_;
    std::set<std::string_view> unknown_;
    bool root_seen_ = false;
};

}  // namespace

void check_ssml(std::string_view ssml, const ReportSsml& report) {
    Check{ssml, report, [](const SsmlAttribute&) {}}.run();
}

void read_attributes(std::string_view ssml, const ReadAttribute& read) {
    Check{ssml, [](SsmlFault, std::size_t, std::size_t, const std::string&) {}, read}.run();
}

bool holds_markup(std::string_view text) {
    if (text.find('<') == std::string_view::npos) return false;
    static constexpr std::array<std::string_view, 6> tags{"<speak",  "<break",   "<prosody",
                                                          "<say-as", "<phoneme", "<amazon:"};
    return std::any_of(tags.begin(), tags.end(),
                       [&](std::string_view tag) { return text.find(tag) != std::string_view::npos; });
}

}  // namespace flowc::speech
