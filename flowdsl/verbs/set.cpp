#include "flowdsl/verbs/attribute_name.hpp"

namespace flowc::dsl {

static void write_flow_attributes(StepContext& step, ActionDraft& set) {
    Parameters parameters = step.parameters(set);
    Parameters attributes = parameters.object("FlowAttributes", step.value().span());
    for (const auto [name, value] : step.value().entries()) {
        const auto text = step.read_text(value, name.text());
        if (is_attribute_name(step, name) && text)
            attributes.object(name.text(), name.span()).text("Value", *text, value.span());
    }
}

static void write_contact_attributes(StepContext& step, ActionDraft& set, bool related) {
    Parameters parameters = step.parameters(set);
    {
        Parameters attributes = parameters.object("Attributes", step.value().span());
        for (const auto [name, value] : step.value().entries()) {
            const auto text = step.read_text(value, name.text());
            if (is_attribute_name(step, name) && text) attributes.text(name.text(), *text, value.span());
        }
    }
    parameters.literal("TargetContact", related ? "Related" : "Current", step.place("scope"));
}

static void lower(StepContext& step) {
    const std::string_view scope = step.word("scope");
    const bool flow = scope == "flow";
    const bool related = scope == "related";
    ActionDraft& set = step.action(flow ? ActionType::UpdateFlowAttributes : ActionType::UpdateContactAttributes);
    if (step.read_map(step.value(), "set", {})) {
        if (step.value().size() == 0)
            step.error(rules::bad_value, step.value().span(),
                       "`set` is empty; give it a name and a text, `{Category: Billing}`");
        if (flow) write_flow_attributes(step, set);
        else write_contact_attributes(step, set, related);
        // Texts of this flow read the contact at hand, never the related one.
        if (!related)
            for (const auto [name, value] : step.value().entries()) step.writes_attribute(set, name);
    }
    step.leads_to(set, step.next());
    step.error_branch(set, "NoMatchingError", step.on_error());
}

static constexpr ActionType types[] = {ActionType::UpdateContactAttributes, ActionType::UpdateFlowAttributes};
static constexpr std::string_view scopes[] = {"contact", "related", "flow"};
static constexpr OptionInfo options[] = {
    {.name = "scope",
     .kind = OptionKind::word,
     .default_value = "contact",
     .summary = "whose attributes: those of the contact, of the contact it belongs to, or of this run of this flow",
     .words = scopes},
};

extern const VerbInfo verb_set;
const VerbInfo verb_set{
    .name = "set",
    .section = "Remember",
    .summary = "writes attributes that later steps, flows, Lambdas and reports can read",
    .value = OptionKind::map,
    .options = options,
    .failure = Failure::next,
    .types = types,
    .example = "set: {Category: \"{intent}\"}",
    .lower = lower,
};

}  // namespace flowc::dsl
