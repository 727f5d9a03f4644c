#include <array>

#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/service_word.hpp"

namespace flowc::dsl {

static constexpr std::array<ServiceWord, 2> extents{{{"entire", "ENTIRE_PAST_SESSION"}, {"segment", "FROM_SEGMENT"}}};

static void lower(StepContext& step) {
    ActionDraft& persist = step.action(ActionType::CreatePersistentContactAssociation);
    {
        Parameters parameters = step.parameters(persist);
        if (const auto extent = service_word(step, step.value(), "persist", extents))
            parameters.literal("RehydrationType", *extent, step.value().span());
        if (const Node source = step.option("source"))
            if (const auto id = step.read_text(source, "source"))
                parameters.text("SourceContactId", *id, source.span());
    }
    step.leads_to(persist, step.next());
    step.error_branch(persist, "NoMatchingError", step.on_error());
}

static constexpr ActionType types[] = {ActionType::CreatePersistentContactAssociation};
static constexpr OptionInfo options[] = {
    {.name = "source",
     .kind = OptionKind::text,
     .summary = "the id of the earlier contact, mostly a reference",
     .required = true},
};

extern const VerbInfo verb_persist;
const VerbInfo verb_persist{
    .name = "persist",
    .section = "Chat",
    .summary = "takes up an earlier chat: its `entire` transcript, or what it says from a `segment` on",
    .value = OptionKind::word,
    .options = options,
    .failure = Failure::next,
    .types = types,
    .example = "{persist: entire, source: \"{OldContact}\"}",
    .lower = lower,
};

}  // namespace flowc::dsl
