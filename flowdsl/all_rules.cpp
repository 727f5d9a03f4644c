#include <algorithm>
#include <array>

#include "flowdsl/rules.hpp"
#include "lint/lint.hpp"
#include "rules/rule.hpp"
#include "syntax/text_rules.hpp"

namespace flowc {

namespace {

#define FLOWC_RULE(name) &rules::name,
#define FLOWC_TEXT_RULE(name) FLOWC_RULE(name)
#define FLOWC_FLOW_RULE(name) FLOWC_RULE(name)
#define FLOWC_TYPE_RULE(name, kind) FLOWC_RULE(name)
#define FLOWC_ACTION_RULE(name, fits) FLOWC_RULE(name)
#define FLOWC_CONDITIONS_RULE(name) FLOWC_RULE(name)
#define FLOWC_OBJECT_RULE(name, fits) FLOWC_RULE(name)
#define FLOWC_NAME_RULE(name) FLOWC_RULE(name)
#define FLOWC_PARAMETER_RULE(name, statement, fits) FLOWC_RULE(name)
#define FLOWC_LANGUAGE_RULE(name) FLOWC_RULE(name)
#define FLOWC_LINT_RULE(name, speaks_of) FLOWC_RULE(name)

auto sorted_rules() {
    std::array rows{
#include "flowdsl/rules.def"
#include "lint/lint.def"
#include "rules/rules.def"
    };
    std::sort(rows.begin(), rows.end(), [](const RuleInfo* a, const RuleInfo* b) { return a->id < b->id; });
    return rows;
}

}  // namespace

std::span<const RuleInfo* const> all_rules() {
    static const auto rows = sorted_rules();
    return rows;
}

const RuleInfo* find_rule(std::string_view id) {
    const auto rows = all_rules();
    const auto at = std::lower_bound(rows.begin(), rows.end(), id,
                                     [](const RuleInfo* rule, std::string_view word) { return rule->id < word; });
    return at != rows.end() && (*at)->id == id ? *at : nullptr;
}

}  // namespace flowc
