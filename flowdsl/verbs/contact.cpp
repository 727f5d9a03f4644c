#include <array>

#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

static void lower(StepContext& step) {
    static constexpr std::array<std::string_view, 3> keys{"name", "description", "customer_id"};
    static constexpr std::array<std::string_view, 3> parameter_names{"Name", "Description", "CustomerId"};
    const Node contact = step.value();
    const Node scope = step.option("scope");
    ActionDraft& data = step.action(ActionType::UpdateContactData);
    if (const Node references = contact.find_key("references"))
        step.error(rules::unknown_option, references.span(),
                   "`contact` has no `references`: the service documents them and refuses them; a `task` takes some, "
                   "and `set` keeps what "
                   "they would say as an attribute");
    else if (step.read_map(contact, "contact", keys)) {
        if (contact.size() == 0)
            step.error(rules::bad_value, contact.span(),
                       "`contact` is empty; write what is known of it, `{name: Refund}`");
        Parameters parameters = step.parameters(data);
        for (std::size_t i = 0; i < parameter_names.size(); ++i) {
            const Node node = contact.find(keys[i]);
            if (const auto text = step.read_text(node, keys[i]))
                parameters.text(parameter_names[i], *text, node.span());
        }
        if (step.word("scope") == "related") parameters.literal("TargetContact", "Related", scope.span());
    }
    step.leads_to(data, step.next());
    step.error_branch(data, "NoMatchingError", step.on_error());
}

static constexpr ActionType types[] = {ActionType::UpdateContactData};
static constexpr std::string_view scopes[] = {"contact", "related"};
static constexpr OptionInfo options[] = {
    {.name = "scope",
     .kind = OptionKind::word,
     .default_value = "contact",
     .summary = "whose: the contact's, or that of the contact it belongs to",
     .words = scopes},
};

extern const VerbInfo verb_contact;
const VerbInfo verb_contact{
    .name = "contact",
    .section = "Remember",
    .summary = "writes the contact's `name`, `description` and `customer_id`, which agents and reports see",
    .value = OptionKind::map,
    .options = options,
    .failure = Failure::next,
    .types = types,
    .example = "contact: {name: Refund}",
    .lower = lower,
};

}  // namespace flowc::dsl
