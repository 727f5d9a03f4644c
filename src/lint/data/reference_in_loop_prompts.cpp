#include "ir/reference.hpp"
#include "lint/lint.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo reference_in_loop_prompts{"reference-in-loop-prompts",
                                         Category::data,
                                         Severity::note,
                                         "prompts that loop name a value that is known in the call only",
                                         "the prompt may not be played, or speaks the name of the value",
                                         "an AWS workshop says that looping prompts take no attributes, and speaks a "
                                         "fixed text; an export has a reference in "
                                         "the address of an audio file, which is left alone here",
                                         "the service has learned to fill them in"};

}  // namespace flowc::rules

namespace flowc::lint {

void check_reference_in_loop_prompts(const Lint& lint) {
    for (const auto& [action, info, node] : lint.values) {
        const bool prompt = info->kind == ParameterKind::text || info->kind == ParameterKind::ssml ||
                            info->resource == ResourceKind::prompt;
        const ActionInfo* row = lint.row(*action);
        if (!prompt || !node.is_string() || !row->has(Effect::speaks) || !row->has(Effect::waits_for_time)) continue;
        const std::string_view text = node.text();
        const std::string_view first = ReferenceReader(text).next();
        if (first.empty()) continue;
        const auto at = static_cast<std::size_t>(first.data() - text.data());
        lint.diagnostics.report(rules::reference_in_loop_prompts, lint.places_in(node).at(at, first.size()),
                                rules::text({quote(first),
                                             " stands in prompts that loop, which are said to take no references; "
                                             "play a fixed prompt, or speak the "
                                             "value before them"}));
    }
}

}  // namespace flowc::lint
