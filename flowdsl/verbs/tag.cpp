#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

static void lower(StepContext& step) {
    ActionDraft& tag = step.action(ActionType::TagContact);
    if (step.read_map(step.value(), "tag", {})) {
        if (step.value().size() == 0)
            step.error(rules::bad_value, step.value().span(),
                       "`tag` is empty; give it a key and a text, `{team: sales}`");
        Parameters parameters = step.parameters(tag);
        Parameters tags = parameters.object("Tags", step.value().span());
        for (const auto [key, value] : step.value().entries()) {
            const auto text = step.read_text(value, key.text());
            if (key.text().empty()) step.error(rules::bad_value, value.span(), "a tag needs a key");
            if (key.text().starts_with("aws:"))
                step.warn(rules::bad_value, key.span(),
                          "the tag " + quote(key.text()) +
                              " begins with `aws:`, which belongs to the service; name it otherwise");
            if (text && !key.text().empty()) tags.text(key.text(), *text, value.span());
        }
    }
    step.leads_to(tag, step.next());
    step.error_branch(tag, "NoMatchingError", step.on_error());
}

static constexpr ActionType types[] = {ActionType::TagContact};

extern const VerbInfo verb_tag;
const VerbInfo verb_tag{
    .name = "tag",
    .section = "Remember",
    .summary = "puts tags on the contact for reports and for the bill, at most six",
    .value = OptionKind::map,
    .failure = Failure::next,
    .types = types,
    .example = "tag: {team: sales}",
    .lower = lower,
};

}  // namespace flowc::dsl
