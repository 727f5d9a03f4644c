#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/texts.hpp"

namespace flowc::dsl {

static void refuse_system_tag(StepContext& step, Node key) {
    if (key.text().starts_with("aws:"))
        step.error(rules::bad_value, key.span(),
                   "the tag " + quote(key.text()) + " belongs to the service and cannot be removed; leave it out");
}

static void lower(StepContext& step) {
    const Node keys = step.value();
    if (keys.is_sequence() && keys.size() == 0)
        step.error(rules::bad_value, keys.span(), "`untag` is empty; list the keys to remove, `[team]`");
    refuse_system_tag(step, keys);
    for (const Node key : keys.items()) refuse_system_tag(step, key);

    ActionDraft& untag = step.action(ActionType::UntagContact);
    {
        Parameters parameters = step.parameters(untag);
        write_word_list(step, parameters, "TagKeys", keys, "untag");
    }
    step.leads_to(untag, step.next());
    step.error_branch(untag, "NoMatchingError", step.on_error());
}

static constexpr ActionType types[] = {ActionType::UntagContact};

extern const VerbInfo verb_untag;
const VerbInfo verb_untag{
    .name = "untag",
    .section = "Remember",
    .summary = "removes tags from the contact by their keys",
    .value = OptionKind::list,
    .failure = Failure::next,
    .types = types,
    .example = "untag: [team]",
    .lower = lower,
};

}  // namespace flowc::dsl
