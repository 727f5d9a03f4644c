#include "flowdsl/names/mapped_names.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"
#include "flowdsl/words/resource_word.hpp"

namespace flowc::dsl {

namespace {

void report_unmapped(const BoundName& name, Diagnostics& diagnostics) {
    diagnostics.report(rules::unresolved_name, name.span,
                       quote(name.name) +
                           " is read from the mapping Lambda's answer, and some path gets here without that answer; "
                           "put the step marked `maps: on` before this one, and let its failure lead elsewhere");
}

/// The copy stays what it is until something writes the attribute that holds it.
void check_copy(const BoundName& name, const NameFlow::State& state, const NameFlow& names,
                const std::vector<const ActionDraft*>& order, Diagnostics& diagnostics) {
    const std::string attribute = copied_name(name.name);
    const auto copy = names.name(attribute, false);
    if (!copy || names.may_be_missing(state, *copy)) return report_unmapped(name, diagnostics);
    if (!names.is_overwritten(state, *copy)) return;
    Diagnostic& found = diagnostics.report(
        rules::unresolved_name, name.span,
        quote(name.name) + " is read from the attribute " + quote(attribute) +
            ", which a step before this one can have written over; call that step's attribute otherwise");
    for (const ActionDraft* draft : order)
        if (!draft->copies_names &&
            std::find(draft->attributes.begin(), draft->attributes.end(), attribute) != draft->attributes.end()) {
            found.labels.push_back({draft->type_span, "written over here"});
            return;
        }
}

/// `maps`: the flow has a mapping Lambda of its own; else it relies on the flow before it.
void check_answer(const BoundName& name, const NameFlow::State& state, const NameFlow& names,
                  const std::vector<const ActionDraft*>& order, bool maps, Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < names.lambdas().size(); ++i) {
        const ActionDraft& lambda = *order[names.lambdas()[i]];
        if (!names.may_answer(state, i) || lambda.maps) continue;
        diagnostics
            .report(rules::unresolved_name, name.span,
                    quote(name.name) +
                        " is read from the mapping Lambda's answer, and another Lambda can have answered last here; "
                        "move the step before it, or use `bind: attributes`")
            .labels.push_back({lambda.type_span, "this Lambda replaces the answer"});
        return;
    }
    if (maps && names.no_lambda_yet(state)) report_unmapped(name, diagnostics);
}

}  // namespace

std::string copied_name(std::string_view resource) { return "res_" + std::string{resource}; }

void check_mapped_name(const BoundName& name, const NameFlow& names, const std::vector<const ActionDraft*>& order,
                       const FlowHead& head, Diagnostics& diagnostics) {
    if (name.draft->type == ActionType::MessageParticipantIteratively) {
        diagnostics.report(rules::unresolved_name, name.span,
                           "a prompt in `loop_prompts` cannot be bound when the call runs: the service takes no "
                           "references there; use `bind: arn`, or say the words");
        return;
    }
    const ActionId action = name.draft->action;
    if (action == no_action || !names.before(action).reached) return;
    const NameFlow::State& state = names.before(action);
    const bool maps =
        std::any_of(names.lambdas().begin(), names.lambdas().end(), [&](ActionId id) { return order[id]->maps; });
    if (head.binding.mode == Binding::Mode::attributes) {
        // A flow that maps nothing itself relies on the flow before it, whose copies are attributes of the contact.
        if (maps) check_copy(name, state, names, order, diagnostics);
        return;
    }
    if (head.is_module && !maps && names.no_lambda_yet(state)) {
        diagnostics.report(
            rules::unresolved_name, name.span,
            quote(name.name) +
                " is read from a Lambda's answer, and a module does not see that of the flow which invokes it; call "
                "the mapping Lambda in the module, `maps: on`, or use `bind: attributes`");
        return;
    }
    check_answer(name, state, names, order, maps, diagnostics);
}

void check_one_kind_a_name(const std::vector<BoundName>& names, Diagnostics& diagnostics) {
    // A user is an agent under another name.
    const auto kind_of = [](const BoundName& name) {
        return name.kind == ResourceKind::user ? ResourceKind::agent : name.kind;
    };
    std::map<std::string_view, const BoundName*> first;
    std::set<std::string_view> told;
    for (const BoundName& name : names) {
        const BoundName& other = *first.emplace(name.name, &name).first->second;
        if (kind_of(other) == kind_of(name) || !told.insert(name.name).second) continue;
        diagnostics
            .report(
                rules::unresolved_name, name.span,
                quote(name.name) + " is the name of two resources, of the kinds `" + std::string{word_for(other.kind)} +
                    "` and `" + std::string{word_for(name.kind)} +
                    "`, and the mapping Lambda's answer has one field for both; rename one of them, or use `bind: arn`")
            .labels.push_back({other.span, "the other one"});
    }
}

}  // namespace flowc::dsl
