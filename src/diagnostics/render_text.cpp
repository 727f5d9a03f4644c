#include "diagnostics/render_text.hpp"

#include <algorithm>
#include <vector>

#include "diagnostics/credentials.hpp"
#include "diagnostics/visible.hpp"
#include "source/utf8.hpp"

namespace flowc {

namespace {

constexpr std::size_t window = 120;          ///< code points of a source line that are shown
constexpr std::size_t window_before = 60;    ///< of them before the caret, where the line is longer
constexpr std::size_t shown_of_secret = 3;   ///< bytes of a confidential text: a quote and two characters
constexpr std::size_t shown_of_passage = 2;  ///< bytes of what is confidential by itself, which has no quote
constexpr std::size_t longest_secret =
    8192;  ///< bytes around the window in which something confidential may begin or end

struct Paint {
    bool on;
    std::string_view operator()(std::string_view code) const { return on ? code : std::string_view{}; }
};

constexpr std::string_view bold = "\033[1m";
constexpr std::string_view green = "\033[1;32m";
constexpr std::string_view reset = "\033[0m";

std::string_view color_of(Severity severity) {
    switch (severity) {
        case Severity::note: return "\033[1;36m";
        case Severity::warning: return "\033[1;35m";
        case Severity::error: break;
    }
    return "\033[1;31m";
}

/// The part of a line that is shown, as offsets into it.
struct Window {
    std::size_t begin;
    std::size_t end;
};

std::size_t back(std::string_view line, std::size_t from, std::size_t points) {
    while (from > 0 && points > 0) {
        --from;
        while (from > 0 && utf8::continues(line[from])) --from;
        --points;
    }
    return from;
}

std::size_t forward(std::string_view line, std::size_t from, std::size_t points) {
    while (from < line.size() && points > 0) {
        ++from;
        while (from < line.size() && utf8::continues(line[from])) ++from;
        --points;
    }
    return from;
}

/// Touches no more of the line than it shows: a flow's JSON may be one line of megabytes.
Window choose_window(std::string_view line, std::size_t caret) {
    if (forward(line, 0, window) == line.size()) return {0, line.size()};
    const std::size_t begin = back(line, caret, window_before);
    const std::size_t end = forward(line, begin, window);
    return {end == line.size() ? back(line, end, window) : begin, end};
}

/// What of a line is not shown, by where it begins. `kept_back`: spans of findings that show no more than their first characters.
std::vector<Passage> hidden_parts(std::string_view line, std::size_t line_begin, Window shown,
                                  std::span<const Span> kept_back) {
    const std::size_t from = shown.begin - std::min(shown.begin, longest_secret);
    // A credential that the window cuts through has to be read whole.
    std::vector<Passage> parts =
        confidential_passages(line.substr(from, std::min(shown.end + longest_secret, line.size()) - from));
    for (Passage& part : parts) part = {from + part.begin + shown_of_passage, from + part.end};
    // Of texts none lies within another, so that one at most reaches into the window from before it.
    auto span = std::lower_bound(kept_back.begin(), kept_back.end(), line_begin + shown.begin,
                                 [](Span one, std::size_t place) { return one.begin < place; });
    if (span != kept_back.begin()) --span;
    for (; span != kept_back.end() && span->begin < line_begin + shown.end; ++span) {
        const std::size_t begin = std::max<std::size_t>(span->begin + shown_of_secret, line_begin);
        const std::size_t end = std::min<std::size_t>(span->end, line_begin + line.size());
        if (begin < end) parts.push_back({begin - line_begin, end - line_begin});
    }
    std::sort(parts.begin(), parts.end(), [](const Passage& a, const Passage& b) { return a.begin < b.begin; });
    return parts;
}

void append_source(std::string& out, const SourceFile& file, Span span, std::span<const Span> kept_back, Paint paint) {
    // Of UTF-16, which nothing here reads, every second byte would be an escape.
    if (file.text().starts_with("\xFF\xFE") || file.text().starts_with("\xFE\xFF")) return;
    const std::uint32_t number = file.position(span.begin).line;
    const std::string_view line = file.line(number);
    const auto line_begin = static_cast<std::size_t>(line.data() - file.text().data());
    const std::size_t begin = std::min<std::size_t>(
        span.begin - file.base() - std::min<std::size_t>(span.begin - file.base(), line_begin), line.size());
    const std::size_t end = std::clamp<std::size_t>(begin + span.size(), begin, line.size());
    const Window shown = choose_window(line, begin);
    const std::vector<Passage> hidden = hidden_parts(line, file.base() + line_begin, shown, kept_back);
    auto next_hidden = hidden.begin();
    const auto is_hidden = [&](std::size_t at) {
        while (next_hidden != hidden.end() && next_hidden->end <= at) ++next_hidden;
        return next_hidden != hidden.end() && next_hidden->begin <= at;
    };
    // Gives the bytes that stand at a place.
    const auto show = [&](std::string& to, std::size_t at, std::size_t& columns) -> std::size_t {
        if (!is_hidden(at)) return append_visible(to, line.substr(at), columns);
        to += '*';
        columns = 1;
        return 1;
    };

    std::string text;
    std::string carets;
    if (shown.begin > 0) {
        text += "…";
        carets += ' ';
    }
    bool marked = false;
    for (std::size_t at = shown.begin; at < shown.end;) {
        const bool under = at >= begin && at < end;
        if (at >= begin && !marked) {
            carets += '^';
            marked = true;
            // A wide escape below the caret is underlined from its second column on.
            if (line[at] == '\t') {
                text += '\t';
                ++at;
                continue;
            }
            std::size_t columns = 0;
            at += show(text, at, columns);
            if (columns > 1) carets.append(columns - 1, under ? '~' : ' ');
            continue;
        }
        if (line[at] == '\t') {
            text += '\t';
            if (under || !marked) carets += under ? '~' : '\t';
            ++at;
            continue;
        }
        std::size_t columns = 0;
        at += show(text, at, columns);
        if (under || !marked) carets.append(columns, under ? '~' : ' ');
    }
    if (!marked) carets += '^';
    if (shown.end < line.size()) text += "…";
    while (carets.back() == ' ') carets.pop_back();

    std::string label = std::to_string(number);
    if (label.size() < 5) label.insert(0, 5 - label.size(), ' ');
    out.append(label).append(" | ").append(text) += '\n';
    out.append(label.size(), ' ').append(" | ").append(paint(green)).append(carets).append(paint(reset)) += '\n';
}

void append_finding(std::string& out, const SourceFile& file, Span span, Severity severity, std::string_view message,
                    std::string_view rule, std::span<const Span> kept_back, Paint paint) {
    const Position place = file.position(span.begin);
    out.append(paint(bold)).append(visible(file.name())) += ':';
    out.append(std::to_string(place.line)) += ':';
    out.append(std::to_string(place.column)).append(":").append(paint(reset)) += ' ';
    out.append(paint(color_of(severity))).append(to_string(severity)) += ':';
    out.append(paint(reset)) += ' ';
    out.append(paint(bold)).append(visible(message)).append(paint(reset));
    if (!rule.empty()) out.append(" [").append(rule) += ']';
    out += '\n';
    append_source(out, file, span, kept_back, paint);
}

}  // namespace

std::string render_text(const Diagnostic& diagnostic, const Sources& sources, TextStyle style,
                        std::span<const Span> confidential) {
    const Paint paint{style.color};
    std::string out;
    append_finding(out, sources.file_of(diagnostic.span), diagnostic.span, diagnostic.severity, diagnostic.message,
                   diagnostic.rule ? diagnostic.rule->id : std::string_view{}, confidential, paint);
    for (const Label& label : diagnostic.labels) {
        append_finding(out, sources.file_of(label.span), label.span, Severity::note, label.text, {}, confidential,
                       paint);
    }
    return out;
}

std::string render_text(const Diagnostic& diagnostic, const Sources& sources, TextStyle style) {
    return render_text(diagnostic, sources, style, std::span(&diagnostic.span, diagnostic.confidential ? 1 : 0));
}

}  // namespace flowc
