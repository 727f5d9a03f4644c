#include <algorithm>
#include <functional>

#include "flowc/diagnostic.hpp"

namespace flowc {

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

namespace {

/// Where a rule stands among those that are sorted, or belongs.
template <typename Levels>
auto place_of(Levels& levels, const RuleInfo* rule) {
    return std::lower_bound(levels.begin(), levels.end(), rule,
                            [](const auto& one, const RuleInfo* wanted) { return std::less<>{}(one.first, wanted); });
}

}  // namespace

void RuleSettings::set(const RuleInfo& rule, Level level) {
    set_ |= bit_of(&rule);
    const auto place = place_of(levels_, &rule);
    if (place != levels_.end() && place->first == &rule) place->second = level;
    else levels_.emplace(place, &rule, level);
}

const Level* RuleSettings::find(const RuleInfo* rule) const {
    // Of the few that most projects set, a search whose every step is another branch takes longer than a look at each.
    constexpr std::size_t few = 16;
    if (levels_.size() > few) {
        const auto place = place_of(levels_, rule);
        return place != levels_.end() && place->first == rule ? &place->second : nullptr;
    }
    const Level* found = nullptr;
    for (const auto& [one, level] : levels_) found = one == rule ? &level : found;
    return found;
}

void RuleSettings::set(const RuleOption& option, long value) { values_[&option] = value; }

long RuleSettings::value(const RuleOption& option) const {
    const auto value = values_.find(&option);
    return value == values_.end() ? option.value : value->second;
}

void RuleSettings::apply(Diagnostics& diagnostics) const {
    std::erase_if(diagnostics.items(), [&](const Diagnostic& item) { return item.rule && !on(*item.rule); });
    if (levels_.empty()) return;
    for (Diagnostic& item : diagnostics.items()) {
        const Level* level = level_of(item.rule);
        if (!level) continue;
        item.severity = *level == Level::error     ? Severity::error
                        : *level == Level::warning ? Severity::warning
                                                   : Severity::note;
    }
}

}  // namespace flowc
