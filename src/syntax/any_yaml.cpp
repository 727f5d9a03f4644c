#include "syntax/any_yaml.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "source/ascii.hpp"
#include "syntax/read.hpp"
#include "syntax/text_rules.hpp"
#include "syntax/yaml_directives.hpp"
#include "syntax/yaml_problem.hpp"
#include "syntax/yaml_stream.hpp"

namespace flowc {

namespace {

class Event {
  public:
    Event() = default;
    ~Event() { yaml_event_delete(&event_); }
    Event(const Event&) = delete;
    Event& operator=(const Event&) = delete;

    yaml_event_t* get() { return &event_; }
    const yaml_event_t* operator->() const { return &event_; }

  private:
    yaml_event_t event_{};
};

Style style_of(yaml_scalar_style_t style) {
    switch (style) {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: return Style::single_quoted;
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: return Style::double_quoted;
        case YAML_LITERAL_SCALAR_STYLE: return Style::literal;
        case YAML_FOLDED_SCALAR_STYLE: return Style::folded;
        default: return Style::plain;
    }
}

/// What libyaml takes for the name of an anchor.
bool is_of_anchor(char c) { return is_name_character(c); }

/// Turns libyaml's events into nodes. Offsets within are bytes of the text; `offset_` is where it lies.
class YamlWalk {
  public:
    YamlWalk(std::string_view text, std::uint32_t offset, SyntaxTree& tree, Diagnostics& diagnostics)
        : text_(text), offset_(offset), points_(text), tree_(tree), build_(tree), diagnostics_(diagnostics) {}

    void read() {
        if (!has_plain_lines() || !has_plain_directives(text_, points_, offset_, diagnostics_)) return;
        YamlStream stream(text_, points_);
        for (bool going = true; going;) {
            Event event;
            if (!yaml_parser_parse(stream.parser(), event.get())) {
                if (stream.parser()->error == YAML_MEMORY_ERROR) throw std::bad_alloc();
                report(explain_problem(stream));
                // What no `...` ended goes on at the error, so it is not whole.
                if (is_behind_document(*stream.parser()) && ended_implicitly_) in_document_ = true;
                going = false;
            } else {
                going = take(stream, event) && event->type != YAML_STREAM_END_EVENT;
            }
        }
        if (in_document_) build_.drop_document();
    }

  private:
    struct Open {
        NodeId id;
        bool flow;
    };

    /// libyaml ends lines at U+0085, U+2028 and U+2029 as YAML 1.1 has it; YAML 1.2, and every editor, does not. Such a
    /// text would mean something else than it shows.
    bool has_plain_lines() {
        for (const std::string_view mark : {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"}) {
            const std::size_t at = text_.find(mark);
            if (at == std::string_view::npos) continue;
            diagnostics_.report(
                rules::yaml_syntax, place(at, at + mark.size()),
                "invisible line separator (U+0085, U+2028 or U+2029); remove it, or write a line break");
            return false;
        }
        return true;
    }

    Span place(std::size_t begin, std::size_t end) const {
        return {offset_ + static_cast<std::uint32_t>(begin), offset_ + static_cast<std::uint32_t>(end)};
    }

    void report(const YamlProblem& problem) {
        Diagnostic& found = diagnostics_.report(problem.directive ? rules::yaml_directive : rules::yaml_syntax,
                                                place(problem.begin, problem.end), problem.message);
        if (!problem.label_text.empty()) {
            found.labels.push_back({place(problem.label, problem.label + 1u), problem.label_text});
        }
    }

    bool take(YamlStream& stream, const Event& event) {
        const std::size_t begin = stream.byte_of(event->start_mark);
        const std::size_t end = stream.byte_of(event->end_mark);
        switch (event->type) {
            case YAML_DOCUMENT_START_EVENT:
                if (tree_.roots().size() == max_documents) {
                    diagnostics_.report(rules::file_too_large, place(begin, begin),
                                        "the file holds more than " + std::to_string(max_documents) +
                                            " documents; divide it among several files");
                    return false;
                }
                build_.begin_document();
                in_document_ = true;
                last_end_ = event->data.document_start.implicit ? begin : end;
                return true;
            case YAML_DOCUMENT_END_EVENT:
                in_document_ = false;
                ended_implicitly_ = event->data.document_end.implicit != 0;
                return true;
            case YAML_ALIAS_EVENT:
                build_.scalar(NodeKind::alias, text_.substr(begin + 1, end - begin - 1), place(begin, end));
                last_end_ = end;
                return true;
            case YAML_SCALAR_EVENT: scalar(*event.operator->(), begin, end); return true;
            case YAML_SEQUENCE_START_EVENT:
                return open(NodeKind::sequence, begin, event->data.sequence_start,
                            event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE);
            case YAML_MAPPING_START_EVENT:
                return open(NodeKind::mapping, begin, event->data.mapping_start,
                            event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
            case YAML_SEQUENCE_END_EVENT:
            case YAML_MAPPING_END_EVENT: close(begin, end); return true;
            default: return true;
        }
    }

    template <typename Start>
    bool open(NodeKind kind, std::size_t begin, const Start& start, bool flow) {
        // The first key of a block mapping begins where the mapping does, and may have properties of its own.
        const int own = (start.tag ? 1 : 0) + (start.anchor ? 1 : 0);
        const std::size_t content = properties(begin, text_.size(), own);
        if (open_.size() == max_depth) {
            diagnostics_.report(rules::nesting_too_deep, place(content, content + 1),
                                "nested more than " + std::to_string(max_depth) + " deep");
            return false;
        }
        open_.push_back({build_.begin(kind, place(content, content)), flow});
        const bool bracket = flow && content < text_.size() && (text_[content] == '[' || text_[content] == '{');
        last_end_ = std::max(last_end_, content + (bracket ? 1 : 0));
        return true;
    }

    void close(std::size_t begin, std::size_t end) {
        const Open closed = open_.back();
        open_.pop_back();
        // A block collection, and the pair in `[a: b]`, have no bracket: they end where their last child does, while
        // libyaml's mark lies at the next token.
        if (closed.flow && end > begin) last_end_ = end;
        build_.end(closed.id, place(last_end_, last_end_).begin);
    }

    void scalar(const yaml_event_t& event, std::size_t begin, std::size_t end) {
        const auto& data = event.data.scalar;
        const std::string_view value{reinterpret_cast<const char*>(data.value), data.length};
        const Style style = style_of(data.style);
        if (end > begin) begin = properties(begin, end, 2);
        if (begin >= end && style == Style::plain) {
            begin = end = place_of_nothing(std::max(begin, end));
        } else if (style == Style::literal || style == Style::folded) {
            end = trim_block(begin, end);
        }
        build_.scalar(NodeKind::string, view_or_copy(value, style, begin, end), place(begin, end), style);
        last_end_ = std::max(last_end_, end);
    }

    std::string_view view_or_copy(std::string_view value, Style style, std::size_t begin, std::size_t end) {
        const std::size_t quote = style == Style::single_quoted || style == Style::double_quoted ? 1 : 0;
        if (end - begin == value.size() + 2 * quote && text_.substr(begin + quote, value.size()) == value) {
            return text_.substr(begin + quote, value.size());
        }
        return build_.keep(value);
    }

    /// An empty value stands right behind the `:`, `-` or `?` that announces it, or where there is none behind what was
    /// written last; libyaml's mark often lies at the next token.
    std::size_t place_of_nothing(std::size_t mark) const {
        const std::size_t sign = skip_blank(last_end_, mark);
        const bool announced = sign < mark && (text_[sign] == ':' || text_[sign] == '-' || text_[sign] == '?');
        return announced ? sign + 1 : std::min(last_end_, mark);
    }

    std::size_t trim_block(std::size_t begin, std::size_t end) const {
        for (;;) {
            std::size_t line = end;
            while (line > begin && is_blank(text_[line - 1])) --line;
            if (line == begin || !is_break(text_[line - 1])) return end;
            end = line - 1;
        }
    }

    /// Writes down up to `most` tags and anchors between `at` and the content of the next node; returns where that
    /// begins.
    std::size_t properties(std::size_t at, std::size_t end, int most) {
        const auto node = static_cast<NodeId>(tree_.size());
        std::size_t content = std::min(at, end);
        for (; most > 0 && at < end && (text_[at] == '&' || text_[at] == '!'); --most) {
            const std::size_t stop = property_end(at, end);
            const std::string_view written = text_.substr(at, stop - at);
            NodeProperty property{node, place(at, stop), {}, {}};
            (text_[at] == '&' ? property.anchor : property.tag) = text_[at] == '&' ? written.substr(1) : written;
            build_.property(property);
            content = last_end_ = stop;
            at = skip_blank(stop, end);
        }
        return at < end ? at : content;
    }

    std::size_t property_end(std::size_t at, std::size_t end) const {
        if (text_[at] == '&') {
            ++at;
            while (at < end && is_of_anchor(text_[at])) ++at;
            return at;
        }
        const bool verbatim = text_.substr(at, 2) == "!<";
        const std::string_view stops = verbatim ? std::string_view{"> \t\r\n"} : std::string_view{" \t\r\n,[]{}"};
        std::size_t stop = std::min(text_.find_first_of(stops, at + 1), end);
        if (verbatim && stop < end && text_[stop] == '>') ++stop;
        return stop;
    }

    std::size_t skip_blank(std::size_t at, std::size_t end) const {
        while (at < end) {
            if (is_blank(text_[at]) || is_break(text_[at])) {
                ++at;
            } else if (text_[at] == '#') {
                at = std::min(text_.find_first_of("\r\n", at), end);
            } else {
                break;
            }
        }
        return at;
    }

    std::string_view text_;
    std::uint32_t offset_;
    utf8::CodePoints points_;
    SyntaxTree& tree_;
    SyntaxBuilder build_;
    Diagnostics& diagnostics_;
    std::vector<Open> open_;
    bool in_document_ = false;
    bool ended_implicitly_ = false;  ///< the last document
    std::size_t last_end_ = 0;       ///< behind what was written last
};

}  // namespace

void read_any_yaml(std::string_view text, std::uint32_t offset, SyntaxTree& tree, Diagnostics& diagnostics) {
    YamlWalk(text, offset, tree, diagnostics).read();
}

}  // namespace flowc
