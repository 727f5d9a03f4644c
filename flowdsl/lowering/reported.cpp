#include "flowdsl/lowering/reported.hpp"

#include <algorithm>

namespace flowc::dsl {

namespace {

bool begins_before(Span a, Span b) { return a.begin < b.begin; }

void collect(Node node, const ApartSpans& parts, std::set<std::string_view>& texts) {
    for (const auto [key, value] : node.entries()) {
        collect(key, parts, texts);
        collect(value, parts, texts);
    }
    for (const Node item : node.items()) collect(item, parts, texts);
    if (node.is_scalar() && parts.hold(node.span())) texts.insert(node.text());
}

}  // namespace

ErrorPlaces::ErrorPlaces(const Diagnostics& found) {
    for (const Diagnostic& item : found.items())
        if (item.severity == Severity::error) places_.push_back(item.span);
    std::sort(places_.begin(), places_.end(), begins_before);
}

bool ErrorPlaces::at(Span span) const {
    return std::binary_search(places_.begin(), places_.end(), span, begins_before);
}

std::span<const Span> ErrorPlaces::in(Span span) const {
    const auto first = std::lower_bound(places_.begin(), places_.end(), span, begins_before);
    const auto last = std::lower_bound(first, places_.end(), Span{span.end, span.end}, begins_before);
    return {first, last};
}

Reported::Reported(const ErrorPlaces& found, Node document) {
    const Span start = document.find("start").span();
    const Span blocks = document.find("blocks").span();
    for (const Span place : found.in(document.span())) {
        places_.push_back(place);
        in_head_ = in_head_ || (!start.holds(place.begin) && !blocks.holds(place.begin));
    }
}

bool Reported::in(Span span, const std::vector<Span>& apart) const {
    for (auto place = std::lower_bound(places_.begin(), places_.end(), span, begins_before);
         place != places_.end() && place->begin < span.end; ++place)
        if (std::none_of(apart.begin(), apart.end(), [&](Span other) { return other.holds(place->begin); }))
            return true;
    return false;
}

ApartSpans::ApartSpans(std::vector<Span> parts) {
    std::sort(parts.begin(), parts.end(), begins_before);
    for (const Span part : parts) {
        if (!spans_.empty() && part.begin < spans_.back().end)
            spans_.back().end = std::max(spans_.back().end, part.end);
        else spans_.push_back(part);
    }
}

bool ApartSpans::hold(Span place) const {
    // The last one that begins at or before the place.
    const auto behind = std::upper_bound(spans_.begin(), spans_.end(), place, begins_before);
    return behind != spans_.begin() && (behind - 1)->holds(place.begin);
}

std::set<std::string_view> texts_within(Node document, const std::vector<Span>& parts) {
    const ApartSpans apart(parts);
    std::set<std::string_view> texts;
    if (!parts.empty()) collect(document, apart, texts);
    return texts;
}

}  // namespace flowc::dsl
