#include "rules/requirements.hpp"

#include <algorithm>

#include "ir/condition.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

bool is_required(const Check& check, const ObjectUse& use, const ParameterInfo& property) {
    if (property.required == Requirement::always) return true;
    return property.required == Requirement::when && !property.when.empty() &&
           holds(check.flow, use.action, use.object, property.when) == Truth::yes;
}

bool is_given(const Check& check, const ObjectUse& use, std::string_view path) {
    if (path.find(':') != std::string_view::npos) {
        const Term term{path, Term::Op::present, {}};
        return holds(check.flow, use.action, use.object, {&term, 1}) == Truth::yes;
    }
    const Node value = value_at(use.object, path);
    return value && !(value.is_string() && value.text().empty());
}

std::size_t missing_of(const Check& check, const ObjectUse& use, std::span<const std::string_view> paths) {
    return static_cast<std::size_t>(std::count_if(paths.begin(), paths.end(), [&](std::string_view path) {
        const ParameterInfo* property = find_parameter(use.properties, path);
        return property && !use.object.find_key(path) && is_required(check, use, *property);
    }));
}

std::string subject(const ObjectUse& use) {
    if (!use.parent) return quote(use.row.name);
    return use.parent->name.empty() ? std::string("the item") : quote(use.parent->name);
}

std::string named(std::string_view path) {
    const std::size_t colon = path.find(':');
    if (colon == std::string_view::npos) return quote(path);
    return text(
        {path.substr(0, colon) == "error" ? "the error branch " : "the condition ", quote(path.substr(colon + 1))});
}

std::string described(Condition condition) {
    std::string result;
    for (const Term& term : condition) {
        if (!result.empty()) result += " and ";
        const std::string name = named(term.path);
        switch (term.op) {
            case Term::Op::present: result += name; break;
            case Term::Op::absent: result += text({"no ", name}); break;
            case Term::Op::equals: result += text({name, " ", quote(term.value)}); break;
            case Term::Op::contains: result += text({quote(term.value), " in ", name}); break;
            case Term::Op::lacks: result += text({"no ", quote(term.value), " in ", name}); break;
        }
    }
    return result;
}

}  // namespace flowc::rules
