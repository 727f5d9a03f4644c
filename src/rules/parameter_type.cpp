#include "rules/fix.hpp"
#include "rules/report.hpp"
#include "rules/rule.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo parameter_type{
    "parameter-type",
    Category::validity,
    Severity::error,
    "a parameter is a list or an object where it should be something else, or the other way round",
    "the service refuses the flow: \"Invalid Action property value\"",
    "AWS's reference; exports agree",
    "never, as far as is known",
    true};

namespace {

enum class Shape { scalar, list, object, any };

Shape wanted(const ParameterInfo& info) {
    switch (info.kind) {
        case ParameterKind::object:
        case ParameterKind::map: return Shape::object;
        case ParameterKind::list: return Shape::list;
        case ParameterKind::json: return Shape::any;
        default: return Shape::scalar;
    }
}

std::string_view name(Shape shape) {
    switch (shape) {
        case Shape::list: return "a list";
        case Shape::object: return "an object";
        default: return "a string";
    }
}

}  // namespace

void check_parameter_type(Check& check, const ParameterUse& use, const ParameterInfo& info) {
    const Shape shape = wanted(info);
    const bool null = use.value.kind() == NodeKind::null;
    if (shape == Shape::any && !null) return;
    const Shape found = use.value.is_mapping() ? Shape::object : use.value.is_sequence() ? Shape::list : Shape::scalar;
    if (found == shape && !null) return;
    // What a placeholder or a reference stands for may well be a list or an object; an empty string is its own fault.
    if (use.value.is_string() && use.form != ValueForm::fixed && use.form != ValueForm::mixed) return;
    const Part what = called(use.key);
    Diagnostic& finding = report(
        check.diagnostics, parameter_type, info.evidence, use.value.span(),
        null ? text({what, " is null; give it a value", info.required == Requirement::always ? "" : " or leave it out"})
             : text({what, " is ", found == Shape::scalar ? "no collection" : name(found), "; write ", name(shape)}));
    // What is null is as good as left out; what has to be there is missing then, which is said.
    if (null && use.key)
        offer(check, finding, text({"leave ", quote(use.key.text()), " out"}), true,
              {fixes::remove(use.owner, use.key)});
}

}  // namespace flowc::rules
