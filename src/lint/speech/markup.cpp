#include "lint/speech/markup.hpp"

#include "ir/placeholder.hpp"
#include "ir/reference.hpp"
#include "lint/values.hpp"

namespace flowc::lint {

void report_markup(const Lint& lint, const RuleInfo& rule, speech::SsmlFault fault) {
    if (lint.compiled()) return;
    each_value(lint, [&](const Action&, const ParameterInfo& info, Node value) {
        if (info.kind != ParameterKind::ssml || !value.is_string()) return;
        // Markup that arrives at run time, or that a template puts there.
        if (references_in(value.text()) == References::whole || has_placeholder(value.text())) return;
        speech::check_ssml(value.text(), value.span(), [&](speech::SsmlFault found, Span span, std::string message) {
            if (found == fault) lint.diagnostics.report(rule, span, std::move(message));
        });
    });
}

}  // namespace flowc::lint
