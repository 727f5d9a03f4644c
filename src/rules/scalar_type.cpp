#include <algorithm>

#include "rules/fix.hpp"
#include "rules/rule.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"
#include "source/ascii.hpp"

namespace flowc::rules {

const RuleInfo scalar_type{
    "scalar-type",
    Category::validity,
    Severity::error,
    "a number or a boolean is not written as the console writes it",
    "the service takes some of them and refuses others, at times as \"Invalid Action type\"",
    "exports write nearly every scalar as a string; a number was seen accepted for LoopCount, a boolean refused for "
    "DisableCancelKey",
    "where nobody has seen it refused it is a warning only",
    true};

namespace {

bool is_container(ParameterKind kind) {
    return kind == ParameterKind::object || kind == ParameterKind::map || kind == ParameterKind::list ||
           kind == ParameterKind::json;
}

/// Whether the value is one that the parameter does not take, however it is written: that is a fault of its own.
bool is_wrong_anyway(const ParameterUse& use, const ParameterInfo& info) {
    if (info.kind == ParameterKind::integer) return !is_whole(use.value);
    const bool closed = info.kind == ParameterKind::enumeration || info.kind == ParameterKind::boolean;
    const std::span<const std::string_view> words = info.values.empty() ? info.words : info.values;
    return closed && !words.empty() && std::none_of(words.begin(), words.end(), [&](std::string_view word) {
               return same_word(word, use.value.text());
           });
}

}  // namespace

void check_scalar_type(Check& check, const ParameterUse& use, const ParameterInfo& info) {
    if (is_container(info.kind)) return;
    const NodeKind kind = use.value.kind();
    const auto what = [&] { return called(use.key); };
    if (info.json_type == JsonType::string && is_wrong_anyway(use, info)) return;
    if (info.json_type == JsonType::string && (kind == NodeKind::number || kind == NodeKind::boolean)) {
        std::string_view written = use.value.text();
        if (kind == NodeKind::boolean && info.words.size() == 2) {
            written = info.words[written == "true" ? 0 : 1];
        }
        Diagnostic& finding = check.diagnostics.report(
            scalar_type, use.value.span(),
            text({what(), kind == NodeKind::number ? " is a number" : " is a boolean",
                  info.refuses_other_types ? ", which the service refuses; write the string `\""
                                           : "; the console writes the string `\"",
                  written, "\"`"}));
        if (!info.refuses_other_types) finding.severity = Severity::warning;
        // How the console would write `1.0` or `1e3` is for somebody to say.
        if (kind == NodeKind::boolean || is_whole_number(written))
            offer(check, finding, text({"write `\"", written, "\"`"}), true, {fixes::write_text(use.value, written)});
        return;
    }
    const bool wants_string = info.json_type != JsonType::number && info.json_type != JsonType::boolean;
    if (kind == NodeKind::string && !wants_string && use.form == ValueForm::fixed) {
        Diagnostic& finding = check.diagnostics.report(
            scalar_type, use.value.span(),
            text({what(), " is a string; the console writes a ",
                  info.json_type == JsonType::number ? "number" : "boolean", " without quotes"}));
        if (!info.refuses_other_types) finding.severity = Severity::warning;
        const bool fits = info.json_type == JsonType::number
                              ? is_whole_number(use.value.text())
                              : use.value.text() == "true" || use.value.text() == "false";
        if (fits)
            offer(check, finding, text({"write `", use.value.text(), "` without quotes"}), true,
                  {fixes::replace(use.value, std::string(use.value.text()))});
    }
}

}  // namespace flowc::rules
