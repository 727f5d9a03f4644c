#include <set>

#include "diagnostics/suggest.hpp"
#include "flow_set/handed_on.hpp"
#include "lint/lint.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo silent_transfers{
    "silent-transfers",
    Category::graph,
    Severity::warning,
    "flows hand a contact to each other in a circle, and none of them says anything or waits",
    "the contact goes round until the service ends it; the caller hears silence",
    "each of these flows goes from its start to the transfer whatever happens, but for an error",
    "one of the actions on the way fails in every call, and its error branch leads out"};

}  // namespace flowc::rules

namespace flowc::lint {

void check_silent_transfers(const Lint& lint) {
    const FlowSet* set = lint.others.set();
    if (!set || lint.flow.name.empty()) return;
    const auto first = handed_on(lint.flow);
    if (!first) return;
    const std::string own(lint.others.sources().file_of(first->value.span()).name());
    std::set<const FlowSummary*> met;
    FlowSet::Entry entry = lint.others.find(*first);
    while (entry && met.insert(entry.flow).second) {
        if (entry.file->file == own && entry.flow->name == lint.flow.name) {
            lint.report(
                first->action, rules::silent_transfers, first->value.span(),
                rules::text(
                    {"this transfer comes back to this flow, and nothing is said or waited for on the way round; "
                     "let one of the flows speak, or end the circle"}));
            return;
        }
        if (!entry.flow->handed_on) return;
        FlowSet::Entry next = set->find(entry.flow->handed_on->reference, entry.file->file);
        if (!next) next = set->find(entry.flow->handed_on->name);
        entry = next;
    }
}

}  // namespace flowc::lint
