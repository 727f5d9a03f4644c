#include "rules/foreign_keys.hpp"

#include <unordered_set>

#include "diagnostics/suggest.hpp"
#include "ir/placeholder.hpp"
#include "rules/branches.hpp"
#include "rules/conditions.hpp"
#include "rules/fix.hpp"
#include "rules/report.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

namespace {

/// More would help nobody, and a hostile file holds millions.
constexpr int most_reports = 20;

}  // namespace

void report_foreign_keys(Check& check, const RuleInfo& rule, Node object, std::string_view of,
                         std::span<const std::string_view> known, std::span<const std::string_view> missed) {
    std::unordered_set<std::string_view> there;
    std::unordered_set<NodeId> left;
    for (const std::string_view name : known)
        if (object.find_key(name)) there.insert(name);
    for (const std::string_view name : missed)
        if (const Node key = misspelt_key(object, name, known)) left.insert(key.id());
    int reports = 0;
    for (const auto [key, value] : object.entries()) {
        if (contains(known, key.text()) || left.count(key.id()) != 0 || has_placeholder(key.text())) continue;
        if (reports++ == most_reports) return;
        const std::string_view near = nearest(key.text(), known);
        const bool was_meant = !near.empty() && there.count(near) == 0;
        const bool is_of_transitions = contains(transition_keys, key.text());
        Diagnostic& finding = report(check.diagnostics, rule, Evidence::reference, key.span(),
                                     text({"unknown key ", quote(key.text()), " of ", of,
                                           was_meant           ? text({"; write `", near, "`"})
                                           : is_of_transitions ? "; it belongs into `Transitions`"
                                                               : "; take it out"}));
        if (was_meant) offer_word(check, finding, key, near);
    }
}

}  // namespace flowc::rules
