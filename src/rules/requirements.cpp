#include "rules/requirements.hpp"

#include <algorithm>

#include "ir/condition.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

bool is_required(const Check& check, const ObjectUse& use, const ParameterInfo& property) {
    if (property.required == Requirement::always) return true;
    return property.required == Requirement::when && !property.when.empty() &&
           check.holds(use.action, use.object, property.when) == Truth::yes;
}

bool is_given(const Check& check, const ObjectUse& use, std::string_view path) {
    if (path.find(':') != std::string_view::npos) {
        const Term term{path, Term::Op::present, {}};
        return check.holds(use.action, use.object, {&term, 1}) == Truth::yes;
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

std::string under(Condition condition) {
    std::string result;
    for (std::size_t i = 0; i < condition.size(); ++i) {
        const Term& term = condition[i];
        result += i > 0 ? " and " : "";
        // Of one list, it is named once.
        const bool goes_on =
            i + 1 < condition.size() && condition[i + 1].op == term.op && condition[i + 1].path == term.path;
        const std::string where = goes_on ? std::string() : text({" in ", named(term.path)});
        switch (term.op) {
            case Term::Op::present: result += named(term.path); break;
            case Term::Op::absent: result += text({i == 0 ? "" : "no ", named(term.path)}); break;
            case Term::Op::equals: result += text({named(term.path), " ", quote(term.value)}); break;
            case Term::Op::contains: result += text({quote(term.value), where}); break;
            case Term::Op::lacks: result += text({"no ", quote(term.value), where}); break;
        }
    }
    const bool without = !condition.empty() && condition.front().op == Term::Op::absent;
    return text({without ? "without " : "with ", result});
}

}  // namespace flowc::rules
