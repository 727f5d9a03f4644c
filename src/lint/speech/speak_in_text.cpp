#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "fixes/json_edit.hpp"
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

/// The action's own place for markup; null: it has none.
const ParameterInfo* markup_of(const ActionInfo& row) {
    const auto found = std::find_if(row.parameters.begin(), row.parameters.end(), [](const ParameterInfo& parameter) {
        return parameter.kind == ParameterKind::ssml;
    });
    return found == row.parameters.end() ? nullptr : &*found;
}

/// The text's key among the action's parameters; absent: it stands deeper.
Node key_of(Node parameters, Node value) {
    for (const auto [key, one] : parameters.entries())
        if (one.id() == value.id()) return key;
    return {};
}

/// The text as markup, where a `&` that begins nothing is written out; nothing where that is not enough to be spoken.
std::optional<std::string> as_markup(std::string_view text) {
    std::string markup;
    for (std::size_t at = 0; at < text.size(); ++at) {
        markup += text[at];
        if (text[at] != '&') continue;
        const std::size_t end = std::min(text.find_first_of("; <&\n", at + 1), text.size());
        if (end == text.size() || text[end] != ';') markup += "amp;";
    }
    bool sound = true;
    speech::check_ssml(markup, [&](speech::SsmlFault fault, std::size_t, std::size_t, const std::string&) {
        sound = sound && fault != speech::SsmlFault::broken;
    });
    return sound ? std::optional(markup) : std::nullopt;
}

}  // namespace

void check_speak_in_text(const Lint& lint) {
    if (lint.compiled()) return;
    for (const auto& [action, info, node] : lint.values) {
        if (info->kind != ParameterKind::text || !node.is_string() || !lint.texts.signs(node).has(Signs::angle))
            continue;
        const ParameterInfo* markup = markup_of(*lint.row(*action));
        if (!markup) continue;
        if (!speech::holds_markup(node.text())) continue;
        Diagnostic& finding = lint.diagnostics.report(
            rules::speak_in_text, node.span(), "this text is speech markup; write it as `SSML`, or without its tags");
        const Node parameters = lint.parameters(*action);
        const Node key = key_of(parameters, node);
        if (!key || parameters.find_key(markup->name) || !node.text().starts_with("<speak")) continue;
        const std::optional<std::string> spoken = as_markup(node.text());
        if (!spoken) continue;
        std::vector<Edit> edits{fixes::write_text(key, markup->name)};
        if (*spoken != node.text()) edits.push_back(fixes::write_text(node, *spoken));
        finding.fixes.push_back({"speak it as markup", false, std::move(edits)});
    }
}

}  // namespace flowc::lint
