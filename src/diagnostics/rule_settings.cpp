#include <algorithm>

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

void RuleSettings::set(const RuleInfo& rule, Level level) { levels_[&rule] = level; }

void RuleSettings::set(const RuleOption& option, long value) { values_[&option] = value; }

bool RuleSettings::on(const RuleInfo& rule) const {
    const auto level = levels_.find(&rule);
    return level == levels_.end() ? rule.by_default : level->second != Level::off;
}

long RuleSettings::value(const RuleOption& option) const {
    const auto value = values_.find(&option);
    return value == values_.end() ? option.value : value->second;
}

void RuleSettings::apply(Diagnostics& diagnostics) const {
    std::vector<Diagnostic>& items = diagnostics.items();
    items.erase(std::remove_if(items.begin(), items.end(),
                               [&](const Diagnostic& item) { return item.rule && !on(*item.rule); }),
                items.end());
    for (Diagnostic& item : items) {
        const auto level = levels_.find(item.rule);
        if (level == levels_.end()) continue;
        item.severity = level->second == Level::error     ? Severity::error
                        : level->second == Level::warning ? Severity::warning
                                                          : Severity::note;
    }
}

}  // namespace flowc
