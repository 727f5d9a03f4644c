#include "linting/found_elsewhere.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace flowc::cli {

namespace {

std::string_view file_of(const Diagnostic& one, const Sources& sources) {
    return sources.file_of(sources.outermost(one.span)).name();
}

/// What makes a finding the same, whatever was read before its file.
auto traits(const Diagnostic& one, const Sources& sources) {
    const Span span = sources.outermost(one.span);
    const SourceFile& file = sources.file_of(span);
    return std::make_tuple(std::string_view{file.name()}, span.begin - file.base(),
                           one.rule ? one.rule->id : std::string_view{}, std::string_view{one.message},
                           span.end - file.base());
}

/// A finding of `all`, by position.
struct Place {
    std::size_t item;
    std::size_t finding;
};

}  // namespace

std::vector<FoundElsewhere> take_elsewhere(Diagnostics& found, const Sources& sources, std::string_view own) {
    std::vector<FoundElsewhere> elsewhere;
    std::vector<Diagnostic> kept;
    for (Diagnostic& one : found.items()) {
        const std::string_view file = file_of(one, sources);
        if (file == own) {
            kept.push_back(std::move(one));
            continue;
        }
        if (elsewhere.empty() || elsewhere.back().file != file) elsewhere.push_back({file, &sources, {}});
        elsewhere.back().found.items().push_back(std::move(one));
    }
    found.items() = std::move(kept);
    return elsewhere;
}

std::vector<FoundElsewhere> told_once(std::vector<FoundElsewhere> all, const std::vector<Findings>& own) {
    std::vector<Place> places;
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t k = 0; k < all[i].found.items().size(); ++k) places.push_back({i, k});
    if (places.empty()) return {};
    const auto traits_at = [&](Place place) {
        return traits(all[place.item].found.items()[place.finding], *all[place.item].sources);
    };
    std::stable_sort(places.begin(), places.end(), [&](Place a, Place b) { return traits_at(a) < traits_at(b); });
    const auto same = [&](Place a, Place b) { return traits_at(a) == traits_at(b); };
    places.erase(std::unique(places.begin(), places.end(), same), places.end());

    std::map<std::string_view, const Findings*> by_name;
    for (const Findings& each : own) by_name.emplace(each.name, &each);
    const auto told_there = [&](Place place) {
        const auto file = by_name.find(all[place.item].file);
        if (file == by_name.end()) return false;
        const auto& items = file->second->diagnostics->items();
        return std::any_of(items.begin(), items.end(), [&](const Diagnostic& one) {
            return traits(one, *file->second->sources) == traits_at(place);
        });
    };
    places.erase(std::remove_if(places.begin(), places.end(), told_there), places.end());

    std::vector<FoundElsewhere> told;
    for (const Place place : places) {
        FoundElsewhere& from = all[place.item];
        if (told.empty() || told.back().file != from.file || told.back().sources != from.sources)
            told.push_back({from.file, from.sources, {}});
        told.back().found.items().push_back(std::move(from.found.items()[place.finding]));
        if (!from.fingerprints.empty()) told.back().fingerprints.push_back(std::move(from.fingerprints[place.finding]));
    }
    return told;
}

}  // namespace flowc::cli
