#include "paths.hpp"

#include <algorithm>
#include <cctype>
#include <string>

#include "condition.hpp"

namespace catalogue_gen {
namespace {

bool holds(const Strings& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool equal_without_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
    });
}

bool branch_exists(std::string_view path, const Entry& entry) {
    if (path.substr(0, 6) == "error:") {
        const std::string_view name = path.substr(6);
        return std::any_of(entry.errors.begin(), entry.errors.end(), [&](const Error& e) { return e.name == name; });
    }
    const std::string_view operand = path.substr(10);
    return std::any_of(entry.conditions.sets.begin(), entry.conditions.sets.end(), [&](const ConditionSet& set) {
        const bool open = set.operands.empty() && set.exactly.empty();
        return open || holds(set.operands, operand) || holds(set.exactly, operand);
    });
}

void check_value(const Term& term, const Parameter& parameter, const Place& place) {
    if (term.op == "present" || term.op == "absent") return;
    const bool in_list = term.op == "contains" || term.op == "lacks";
    const Parameter& checked = in_list && parameter.item ? *parameter.item : parameter;
    const bool closed = checked.kind == "enumeration" || (checked.kind == "boolean" && !in_list);
    if (!closed || checked.values.empty()) return;
    if (std::none_of(checked.values.begin(), checked.values.end(),
                     [&](const std::string& value) { return equal_without_case(value, term.value); })) {
        place.complain("`" + term.path + "` never is `" + term.value + "`");
    }
}

}  // namespace

const Parameter* find_path(const std::vector<Parameter>& scope, std::string_view path) {
    const std::vector<Parameter>* level = &scope;
    while (true) {
        const std::size_t dot = path.find('.');
        const std::string_view name = path.substr(0, dot);
        const auto found =
            std::find_if(level->begin(), level->end(), [&](const Parameter& p) { return p.name == name; });
        if (found == level->end()) return nullptr;
        if (dot == std::string_view::npos) return &*found;
        level = &found->properties;
        path.remove_prefix(dot + 1);
    }
}

const Parameter* find_through_lists(const std::vector<Parameter>& scope, std::string_view path) {
    const std::size_t dot = path.find('.');
    const Parameter* found = find_path(scope, path.substr(0, dot));
    if (!found || dot == std::string_view::npos) return found;
    path.remove_prefix(dot + 1);
    const Parameter& inner = found->item ? *found->item : *found;
    if (found->kind != "map") return find_through_lists(inner.properties, path);
    const std::size_t behind_key = path.find('.');
    return behind_key == std::string_view::npos ? &inner
                                                : find_through_lists(inner.properties, path.substr(behind_key + 1));
}

const Parameter* check_path(std::string_view path, const std::vector<Parameter>& scope, const Entry* entry,
                            const Place& place) {
    if (is_branch(path)) {
        if (!entry) {
            place.complain("a nested rule cannot name the branch `" + std::string(path) + "`");
        } else if (!branch_exists(path, *entry)) {
            place.complain("`" + std::string(path) + "` names no branch");
        }
        return nullptr;
    }
    const Parameter* found = find_path(scope, path);
    if (!found) place.complain("`" + std::string(path) + "` names no parameter");
    return found;
}

void check_condition(const Condition& condition, const std::vector<Parameter>& scope, const Entry* entry,
                     const Place& place) {
    for (const Term& term : condition.terms) {
        if (const Parameter* found = check_path(term.path, scope, entry, place)) check_value(term, *found, place);
    }
}

}  // namespace catalogue_gen
