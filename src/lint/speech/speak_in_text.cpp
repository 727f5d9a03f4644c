#include "lint/lint.hpp"

namespace flowc::rules {

const RuleInfo speak_in_text{
    "speak-in-text",
    Category::speech,
    Severity::warning,
    "speech markup stands where plain text is spoken",
    "callers may hear the tags read out, and chat customers see them",
    "AWS's reference: markup has a parameter of its own; published flows hold `<speak>` in the text and were accepted",
    "the service speaks it as markup all the same, on voice contacts only"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// Whether the action has a place of its own for markup.
bool takes_markup(const ActionInfo& row) {
    return std::any_of(row.parameters.begin(), row.parameters.end(),
                       [](const ParameterInfo& parameter) { return parameter.kind == ParameterKind::ssml; });
}

}  // namespace

void check_speak_in_text(const Lint& lint) {
    if (lint.compiled()) return;
    for (const auto& [action, info, node] : lint.values) {
        if (info->kind != ParameterKind::text || !node.is_string() || !takes_markup(*lint.row(*action))) continue;
        if (node.text().find("<speak") == std::string_view::npos) continue;
        lint.diagnostics.report(rules::speak_in_text, node.span(),
                                "this text is speech markup; write it as `SSML`, or without its tags");
    }
}

}  // namespace flowc::lint
