#include "flowdsl/reported.hpp"

#include <algorithm>

namespace flowc::dsl {

namespace {

bool begins_before(Span a, Span b) { return a.begin < b.begin; }

bool holds(Span span, Span place) { return place.begin >= span.begin && place.begin < span.end; }

void collect(Node node, const std::vector<Span>& parts, std::set<std::string_view>& texts) {
    for (const auto [key, value] : node.entries()) {
        collect(key, parts, texts);
        collect(value, parts, texts);
    }
    for (const Node item : node.items()) collect(item, parts, texts);
    if (!node.is_scalar()) return;
    // The last part that begins at or before the text.
    const auto behind = std::upper_bound(parts.begin(), parts.end(), node.span(), begins_before);
    if (behind != parts.begin() && holds(*(behind - 1), node.span())) texts.insert(node.text());
}

}  // namespace

Reported::Reported(const Diagnostics& found, Node document) {
    const Span start = document.find("start").span();
    const Span blocks = document.find("blocks").span();
    for (const Diagnostic& item : found.items()) {
        if (item.severity != Severity::error || !holds(document.span(), item.span)) continue;
        places_.push_back(item.span);
        in_head_ = in_head_ || (!holds(start, item.span) && !holds(blocks, item.span));
    }
    std::sort(places_.begin(), places_.end(), begins_before);
}

bool Reported::in(Span span, const std::vector<Span>& apart) const {
    for (auto place = std::lower_bound(places_.begin(), places_.end(), span, begins_before);
         place != places_.end() && place->begin < span.end; ++place)
        if (std::none_of(apart.begin(), apart.end(), [&](Span other) { return holds(other, *place); })) return true;
    return false;
}

bool Reported::at(Span span) const {
    const auto place = std::lower_bound(places_.begin(), places_.end(), span, begins_before);
    return place != places_.end() && place->begin == span.begin;
}

std::set<std::string_view> texts_within(Node document, const std::vector<Span>& parts) {
    // Parts that overlap become one, so that a text is looked for in one of them.
    std::vector<Span> apart;
    std::vector<Span> sorted = parts;
    std::sort(sorted.begin(), sorted.end(), begins_before);
    for (const Span part : sorted) {
        if (!apart.empty() && part.begin < apart.back().end) apart.back().end = std::max(apart.back().end, part.end);
        else apart.push_back(part);
    }
    std::set<std::string_view> texts;
    if (!apart.empty()) collect(document, apart, texts);
    return texts;
}

}  // namespace flowc::dsl
