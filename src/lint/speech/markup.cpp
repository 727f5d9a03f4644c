#include "lint/speech/markup.hpp"

#include "fixes/json_edit.hpp"
#include "ir/placeholder.hpp"
#include "ir/reference.hpp"

namespace flowc::lint {

void report_markup(const Lint& lint, const RuleInfo& rule, speech::SsmlFault fault) {
    if (lint.compiled()) return;
    for (const auto& [action, info, node] : lint.values) {
        if (info->kind != ParameterKind::ssml || !node.is_string()) continue;
        // Markup that arrives at run time, or that a template puts there.
        if (references_in(node.text()) == References::whole || has_placeholder(node.text())) continue;
        speech::check_ssml(node.text(), node.span(), [&](speech::SsmlFault found, Span span, std::string message) {
            if (found != fault) return;
            Diagnostic& finding = lint.diagnostics.report(rule, span, std::move(message));
            if (fault == speech::SsmlFault::no_speak && node.text().find("<speak") == std::string_view::npos)
                finding.fixes.push_back({"write it inside `<speak>`", false, {fixes::write_text(node, "<speak>" + std::string(node.text()) + "</speak>")}});
        });
    }
}

}  // namespace flowc::lint
