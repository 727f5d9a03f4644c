#include "lint/speech/markup.hpp"

#include <functional>

#include "fixes/json_edit.hpp"

namespace flowc::lint {

std::vector<MarkupFault> find_markup_faults(const Flow& flow, const Texts& texts, const Sources& sources,
                                            const std::vector<Value>& values) {
    std::vector<MarkupFault> faults;
    if (flow.document == no_node) return faults;
    for (const Value& value : values) {
        const Node node = value.node;
        if (value.info->kind != ParameterKind::ssml || !node.is_string()) continue;
        const ValueForm form = texts.form(node);
        if (form != ValueForm::fixed && form != ValueForm::mixed) continue;
        TextPlaces places(sources, node, true);
        const auto report = [&](speech::SsmlFault fault, std::size_t begin, std::size_t end, std::string message) {
            faults.push_back({fault, node, places.at(begin, end - begin), std::move(message)});
        };
        speech::check_ssml(node.text(), std::ref(report));
    }
    return faults;
}

void report_markup(const Lint& lint, const RuleInfo& rule, speech::SsmlFault fault) {
    for (const auto& [found, node, span, message] : lint.markup) {
        if (found != fault) continue;
        Diagnostic& finding = lint.diagnostics.report(rule, span, message);
        if (fault == speech::SsmlFault::no_speak && node.text().find("<speak") == std::string_view::npos)
            finding.fixes.push_back({"write it inside `<speak>`",
                                     false,
                                     {fixes::write_text(node, "<speak>" + std::string(node.text()) + "</speak>")}});
    }
}

}  // namespace flowc::lint
