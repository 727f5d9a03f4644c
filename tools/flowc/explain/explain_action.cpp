#include "explain/explain_action.hpp"

#include <algorithm>
#include <vector>

#include "explain/catalogue_words.hpp"
#include "flowc/language.hpp"

namespace flowc::cli {

namespace {

/// Parts of a sentence, with semicolons between.
class Sentence {
  public:
    explicit Sentence(std::string begin) : text_(std::move(begin)) {}
    void add(std::string_view part) {
        if (!part.empty()) text_.append("; ").append(part);
    }
    const std::string& text() const { return text_; }

  private:
    std::string text_;
};

std::string requirement(Requirement required, Condition when, std::string_view when_text) {
    if (required == Requirement::always) return "required";
    if (required == Requirement::never) return "optional";
    return "required where " + (when.empty() ? std::string(when_text) : words(when));
}

std::string limits(const ParameterInfo& parameter) {
    if (!parameter.min_items && !parameter.max_items) return {};
    const std::string most = parameter.max_items ? std::to_string(*parameter.max_items) : std::string{};
    if (!parameter.min_items) return "at most " + most + " of them";
    const std::string least = std::to_string(*parameter.min_items);
    return most.empty() ? "at least " + least + " of them" : "from " + least + " to " + most + " of them";
}

void explain_parameter(Page& page, const ParameterInfo& parameter, std::string_view name, std::size_t indent) {
    Sentence line(std::string(name) + ": " + std::string(words(parameter.kind)));
    line.add(requirement(parameter.required, parameter.when, parameter.when_text));
    if (parameter.resource != ResourceKind::none)
        line.add("names a resource: " + std::string(to_string(parameter.resource)));
    if (!parameter.values.empty()) {
        line.add((parameter.kind == ParameterKind::enumeration ? "one of " : "such as ") + listed(parameter.values));
    }
    if (!parameter.words.empty()) line.add("written " + listed(parameter.words));
    for (const Range& range : parameter.ranges) line.add(words(range));
    line.add(parameter.unit.empty() ? std::string{} : "in " + std::string(parameter.unit));
    if (parameter.max_length) line.add("at most " + std::to_string(*parameter.max_length) + " characters");
    line.add(limits(parameter));
    if (!parameter.pattern.empty())
        line.add(std::string(parameter.pattern_words) + ": `" + std::string(parameter.pattern) + "`");
    if (!parameter.key_pattern.empty()) line.add("keys match `" + std::string(parameter.key_pattern) + "`");
    line.add(words(parameter.mode));
    if (!parameter.default_value.empty()) line.add("default `" + std::string(parameter.default_value) + "`");
    if (parameter.free_keys) line.add("nobody has published all of its keys");
    for (const WrongName& wrong : parameter.wrong_values) {
        line.add("not `" + std::string(wrong.name) + "`" + (wrong.note.empty() ? "" : ": " + std::string(wrong.note)));
    }
    line.add(parameter.note);
    page.paragraph(line.text() + " (" + std::string(words(parameter.evidence)) + ")", indent, 4);
    for (const ParameterInfo& property : parameter.properties)
        explain_parameter(page, property, property.name, indent + 4);
    for (const ParameterRule& rule : parameter.rules) page.paragraph("- " + words(rule), indent + 4, 2);
    if (parameter.item) explain_parameter(page, *parameter.item, "each", indent + 4);
}

void explain_verbs(Page& page, const ActionInfo& action) {
    page.heading("In a flow file");
    std::vector<std::string_view> verbs;
    for (const LanguageVerb& verb : language_verbs())
        if (std::find(verb.types.begin(), verb.types.end(), action.type) != verb.types.end())
            verbs.push_back(verb.name);
    const std::string verbatim = "`action: " + std::string(action.name) + "`";
    if (verbs.empty()) {
        page.paragraph("no verb writes it; write " + verbatim +
                           (action.free_parameters ? " with the parameters that an export of yours has" : ""),
                       2, 4);
        return;
    }
    page.paragraph("written by " + listed(verbs), 2, 4);
    if (action.free_parameters)
        page.paragraph(
            "what the verb does not know goes through " + verbatim + " with the parameters that an export of yours has",
            2, 4);
}

void explain_parameters(Page& page, const ActionInfo& action) {
    page.heading("Parameters");
    if (action.parameters.empty()) page.paragraph(action.free_parameters ? "nobody has published them" : "none", 2);
    for (const ParameterInfo& one : action.parameters) explain_parameter(page, one, one.name, 2);
    if (action.free_parameters && !action.parameters.empty()) page.paragraph("nobody has published all of them", 2);
    for (const ParameterRule& rule : action.rules) {
        page.paragraph("- " + words(rule) + " (" + std::string(words(rule.evidence)) + ")", 2, 2);
    }
    for (const WrongName& wrong : action.wrong_parameters) {
        std::string text = "- not `" + std::string(wrong.name) + "`";
        if (!wrong.instead.empty()) text += ": write `" + std::string(wrong.instead) + "`";
        if (!wrong.note.empty()) text += "; " + std::string(wrong.note);
        page.paragraph(text, 2, 2);
    }
}

void explain_next_action(Page& page, const ActionInfo& action) {
    page.heading("NextAction");
    std::string text = action.next_action == NextAction::required   ? "required"
                       : action.next_action == NextAction::optional ? "optional"
                                                                    : "forbidden: the action ends the flow";
    if (!action.mirrors.empty())
        text += "; it never runs, and the console gives it the target of `" + std::string(action.mirrors) + "`";
    page.paragraph(text, 2, 2);
}

void explain_errors(Page& page, const ActionInfo& action) {
    page.heading("Errors");
    if (action.errors.empty()) page.paragraph("none", 2);
    for (const ErrorInfo& error : action.errors) {
        Sentence line(std::string(error.name) + ": " +
                      requirement(error.required, error.when, "a parameter asks for it"));
        if (!error.forbidden_when.empty()) line.add("forbidden where " + words(error.forbidden_when));
        line.add(error.meaning);
        page.paragraph(line.text() + " (" + std::string(words(error.evidence)) + ")", 2, 4);
    }
    if (!action.refused_errors.empty())
        page.paragraph("refused by the service: " + listed(action.refused_errors), 2, 4);
}

void explain_conditions(Page& page, const ConditionsInfo& conditions) {
    page.heading("Conditions");
    if (conditions.allowed == ConditionsInfo::Allowed::never) return page.paragraph("none", 2);
    if (conditions.allowed == ConditionsInfo::Allowed::when) {
        page.paragraph(
            "only where " + (conditions.when.empty() ? std::string(conditions.when_text) : words(conditions.when)), 2,
            4);
    }
    for (const ConditionSet& set : conditions.sets) {
        std::string line = set.when.empty() ? "" : "where " + words(set.when) + ": ";
        if (!set.operators.empty()) line += listed(set.operators);
        if (!set.exactly.empty()) {
            line += " with exactly " + listed(set.exactly);
        } else if (!set.operands.empty()) {
            line += " with one of " + listed(set.operands);
        }
        page.paragraph(line, 2, 4);
    }
    for (const SpecialOperator& one : conditions.special_operators) {
        page.paragraph("`" + std::string(one.name) + "` with " + std::to_string(one.operands) +
                           " operands, in: " + words(one.types),
                       2, 4);
    }
    if (!conditions.refused_operators.empty()) {
        page.paragraph("refused by the service: " + listed(conditions.refused_operators), 2, 4);
    }
    if (!conditions.operand_pattern.empty()) {
        page.paragraph("the operand is " + std::string(conditions.operand_words), 2, 4);
    }
    if (conditions.min) page.paragraph("at least " + std::to_string(*conditions.min), 2);
    if (conditions.max) page.paragraph("at most " + std::to_string(*conditions.max), 2);
    for (const ConditionLimit& limit : conditions.limits) {
        page.paragraph("at most " + std::to_string(limit.max) + " in: " + words(limit.types) + " (" +
                           std::string(words(limit.evidence)) + ")",
                       2, 4);
    }
    if (conditions.rising) page.paragraph("the operands are numbers that grow from branch to branch", 2);
    page.paragraph(conditions.note, 2, 4);
    page.paragraph("(" + std::string(words(conditions.evidence)) + ")", 2);
}

void explain_flow_types(Page& page, const ActionInfo& action) {
    page.heading("Flow types");
    page.paragraph("the reference: " + words(action.reference_types), 2, 4);
    page.paragraph("the administrator guide: " + words(action.admin_guide_types), 2, 4);
    page.paragraph("seen in exports: " + words(action.export_types), 2, 4);
    if (!action.refused_types.empty()) {
        std::string refused;
        for (const FlowType type : action.refused_types)
            refused.append(refused.empty() ? "" : ", ").append(info(type).dsl);
        page.paragraph("refused by the service: " + refused, 2, 4);
    }
    page.paragraph(action.flow_type_note, 2, 4);
}

void explain_channels(Page& page, const ActionInfo& action) {
    page.heading("Channels");
    std::string text;
    for (const Channel channel : {Channel::voice, Channel::chat, Channel::task, Channel::email}) {
        text.append(text.empty() ? "" : "; ").append(words(channel)).append(": ").append(words(action.on(channel)));
    }
    page.paragraph(text, 2, 4);
}

void explain_list(Page& page, std::string_view heading, std::span<const std::string_view> lines) {
    if (lines.empty()) return;
    page.heading(heading);
    for (const std::string_view line : lines) page.paragraph("- " + std::string(line), 2, 2);
}

}  // namespace

void explain_action(Page& page, const ActionInfo& action) {
    page.title(std::string(action.name) + (action.block.empty() ? "" : ": " + std::string(action.block)));
    page.paragraph(action.summary);
    page.paragraph("Evidence: " + std::string(words(action.evidence)));
    explain_verbs(page, action);
    explain_parameters(page, action);
    explain_next_action(page, action);
    explain_errors(page, action);
    explain_conditions(page, action.conditions);
    explain_flow_types(page, action);
    explain_channels(page, action);
    explain_list(page, "Outputs", action.outputs);
    explain_list(page, "Limits", action.limits);
    explain_list(page, "Open questions", action.open);
    explain_list(page, "Sources", action.sources);
}

}  // namespace flowc::cli
