#include "flowdsl/lowering/flow_lowering.hpp"
#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

static void lower(StepContext& step) {
    for (const std::string_view option : {"id", "at"})
        if (const Node node = step.option(option))
            step.error(rules::unknown_option, node.span(),
                       "`use` writes no action of its own, so `" + std::string{option} +
                           "` has nothing to speak of; put it on a step of the definition");
    step.flow().use_definition(step);
}

static constexpr OptionInfo options[] = {
    {.name = "with",
     .kind = OptionKind::map,
     .summary = "the definition's parameters and what they stand for; a target stands for a target"},
};

extern const VerbInfo verb_use;
const VerbInfo verb_use{
    .name = "use",
    .section = "Control",
    .summary = "runs the steps of a `define` document in this place",
    .value = OptionKind::text,
    .options = options,
    .failure = Failure::none,
    .example = "use: greeting",
    .lower = lower,
};

}  // namespace flowc::dsl
