#include <algorithm>

#include "flowc/diagnostic.hpp"

namespace flowc {

namespace {

template <typename Levels>
auto place_of(Levels& levels, const RuleInfo& rule) {
    return std::lower_bound(levels.begin(), levels.end(), &rule,
                            [](const auto& level, const RuleInfo* wanted) { return level.first < wanted; });
}

}  // namespace

std::string_view to_string(Category category) {
    switch (category) {
        case Category::text: return "text";
        case Category::language: return "language";
        case Category::validity: return "validity";
        case Category::graph: return "graph";
        case Category::routing: return "routing";
        case Category::data: return "data";
        case Category::speech: return "speech";
        case Category::portability: return "portability";
        case Category::safety: return "safety";
        case Category::project: break;
    }
    return "project";
}

void RuleLevels::set(const RuleInfo& rule, Level level) {
    const auto place = place_of(levels_, rule);
    if (place != levels_.end() && place->first == &rule) place->second = level;
    else levels_.insert(place, {&rule, level});
}

bool RuleLevels::on(const RuleInfo& rule) const {
    const auto place = place_of(levels_, rule);
    return place != levels_.end() && place->first == &rule ? place->second != Level::off : rule.by_default;
}

void RuleLevels::apply(Diagnostics& diagnostics) const {
    std::vector<Diagnostic>& items = diagnostics.items();
    items.erase(std::remove_if(items.begin(), items.end(),
                               [&](const Diagnostic& item) { return item.rule && !on(*item.rule); }),
                items.end());
    for (Diagnostic& item : items) {
        if (!item.rule) continue;
        const auto place = place_of(levels_, *item.rule);
        if (place == levels_.end() || place->first != item.rule) continue;
        item.severity = place->second == Level::error     ? Severity::error
                        : place->second == Level::warning ? Severity::warning
                                                          : Severity::note;
    }
}

}  // namespace flowc
