#include "lint/unset_attributes.hpp"

#include <algorithm>
#include <set>

#include "diagnostics/suggest.hpp"

namespace flowc::lint {

std::vector<UnsetAttribute> unset_attributes(const Lint& lint) {
    std::vector<UnsetAttribute> unset;
    if (lint.compiled() || !lint.others.whole() || lint.others.set()->writes_any()) return unset;
    const FlowSet& set = *lint.others.set();
    constexpr std::size_t most_compared = 100;  // each with all names
    std::set<std::string_view> seen;
    for (const Use& use : lint.uses) {
        if (use.space != Space::attributes || use.key.empty() || !lint.reachable(lint.flow.actions[use.action]))
            continue;
        if (use.key.find('$') != std::string_view::npos || set.writes(use.key) || !seen.insert(use.key).second)
            continue;
        const auto& names = set.attributes();
        const auto near = seen.size() > most_compared
                              ? names.end()
                              : std::find_if(names.begin(), names.end(), [&](std::string_view name) {
                                    return is_slip(use.key, name) || is_slip_of_short_name(use.key, name);
                                });
        unset.push_back({&use, near == names.end() ? std::string_view() : *near});
    }
    return unset;
}

}  // namespace flowc::lint
