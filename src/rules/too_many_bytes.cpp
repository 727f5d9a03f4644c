#include "ir/subject.hpp"
#include "rules/each_at.hpp"
#include "rules/rule.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo too_many_bytes{
    "too-many-bytes",
    Category::validity,
    Severity::warning,
    "what an action writes is longer than all that a contact can hold",
    "the action fails in every call and writes nothing, and the contact takes its error branch",
    "AWS's guide: the attributes of a contact have at most 32 kilobytes together, and are written all or none",
    "never: what is counted is the fixed text alone"};

namespace {

/// Of what is known before the flow runs: keys and fixed texts.
std::size_t bytes(const Check& check, Node value) {
    if (value.is_scalar()) return check.texts.form(value) == ValueForm::fixed ? value.text().size() : 0;
    std::size_t sum = 0;
    for (const auto [key, child] : value.entries()) sum += key.text().size() + bytes(check, child);
    return sum;
}

}  // namespace

void check_too_many_bytes(Check& check, const FlowRule& rule) {
    for (const Action& action : check.flow.actions) {
        if (action.type != rule.type) continue;
        const Node parameters = check.flow.node(action.parameters);
        // As it is written in JSON no text is shorter than what it says, but for a byte that stands for three.
        if (check.text && parameters.span().size() * std::size_t{3} <= rule.most) continue;
        std::size_t sum = 0;
        each_at(parameters, rule.path, [&](Node value) { sum += bytes(check, value); });
        if (sum <= rule.most) continue;
        const Node key = parameters.find_key(rule.path);
        about(action, check.diagnostics.report(
                          too_many_bytes, key && !key.span().empty() ? key.span() : action.type_span,
                          text({"these ", quote(rule.path), " have ", counted(sum, "byte"), ", and a contact holds ",
                                std::to_string(rule.most), "; the action always fails and writes none of them"})));
    }
}

}  // namespace flowc::rules
