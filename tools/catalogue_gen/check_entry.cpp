#include "check_entry.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "check_parameter.hpp"
#include "condition.hpp"
#include "paths.hpp"
#include "pattern.hpp"

namespace catalogue_gen {
namespace {

void check_errors(const Entry& entry) {
    std::set<std::string> names;
    for (const Error& error : entry.errors) {
        const Place place = entry.place.at("errors").at(error.name);
        if (!names.insert(error.name).second) place.complain("listed twice");
        check_requirement(error.required, !error.when.empty(), false, place);
        check_condition(error.when, entry.parameters, &entry, place.at("when"));
        check_condition(error.forbidden_when, entry.parameters, &entry, place.at("forbidden_when"));
    }
    for (const std::string& refused : entry.refused_errors) {
        if (names.contains(refused)) entry.place.at("refused_errors").complain("`" + refused + "` is in `errors` too");
    }
}

void check_conditions(const Entry& entry) {
    const Conditions& conditions = entry.conditions;
    const Place place = entry.place.at("conditions");
    check_requirement(conditions.allowed, !conditions.when.empty(), !conditions.when_words.empty(), place);
    check_condition(conditions.when, entry.parameters, &entry, place.at("when"));
    if ((conditions.allowed == "never") != conditions.sets.empty()) {
        place.complain("`sets` are given exactly where conditions are allowed");
    }
    if (!conditions.sets.empty() && !conditions.sets.front().when.empty()) {
        place.at("sets").at(0).complain("the first set holds always: it has no `when`");
    }
    for (std::size_t i = 0; i < conditions.sets.size(); ++i) {
        const ConditionSet& set = conditions.sets[i];
        const Place at = place.at("sets").at(i);
        if (i > 0 && set.when.empty()) at.complain("needs `when`");
        if (set.operators.empty()) at.complain("names no operator");
        check_condition(set.when, entry.parameters, &entry, at.at("when"));
        for (const std::string& refused : conditions.refused_operators) {
            if (std::find(set.operators.begin(), set.operators.end(), refused) != set.operators.end()) {
                at.complain("operator `" + refused + "` is in `refused_operators` too");
            }
        }
    }
    if (conditions.min && conditions.max && *conditions.min > *conditions.max) {
        place.complain("`min` is larger than `max`");
    }
    for (std::size_t i = 0; i < conditions.limits.size(); ++i) {
        const ConditionLimit& limit = conditions.limits[i];
        const Place at = place.at("limits").at(i);
        if (conditions.allowed == "never") at.complain("no condition is allowed at all");
        if (conditions.min && limit.max < *conditions.min) at.complain("`max` is smaller than `min` of all flow types");
        if (conditions.max && limit.max >= *conditions.max)
            at.complain("`max` of all flow types is no larger; leave this out");
    }
    if (conditions.operand_pattern.empty() != conditions.operand_words.empty())
        place.complain("an `operand_pattern` needs `operand_words`, which say what it takes");
    if (!conditions.operand_pattern.empty()) {
        const CompiledPattern compiled = compile_pattern(conditions.operand_pattern);
        if (!compiled.problem.empty()) place.at("operand_pattern").complain(compiled.problem);
    }
}

void check_effects(const Entry& entry) {
    std::set<std::string> names;
    for (std::size_t i = 0; i < entry.effects.size(); ++i) {
        const Place place = entry.place.at("effects").at(i);
        if (!names.insert(entry.effects[i].name).second) place.complain("listed twice");
        check_condition(entry.effects[i].when, entry.parameters, &entry, place.at("when"));
    }
}

void check_wrong_parameters(const Entry& entry) {
    for (std::size_t i = 0; i < entry.wrong_parameters.size(); ++i) {
        const WrongName& wrong = entry.wrong_parameters[i];
        const Place place = entry.place.at("wrong_parameters").at(i);
        if (find_path(entry.parameters, wrong.name)) place.complain("`" + wrong.name + "` is a parameter");
        if (!wrong.instead.empty()) check_path(wrong.instead, entry.parameters, nullptr, place.at("instead"));
    }
}

}  // namespace

void check_entry(const Entry& entry) {
    check_parameters(entry.parameters, entry.rules, &entry, entry.place.at("parameters"), entry.place.at("rules"));
    check_errors(entry);
    check_conditions(entry);
    check_effects(entry);
    check_wrong_parameters(entry);
    if (!entry.mirrors.empty()) {
        if (is_branch(entry.mirrors)) {
            check_path(entry.mirrors, entry.parameters, &entry, entry.place.at("mirrors"));
        } else {
            entry.place.at("mirrors").complain("write `error:Name` or `condition:Operand`");
        }
    }
}

void check_catalogue(const Catalogue& catalogue) {
    std::set<std::string> types;
    for (const Entry& entry : catalogue.entries) types.insert(entry.type);

    for (const Entry& entry : catalogue.entries)
        for (std::size_t i = 0; i < entry.rules.size(); ++i) {
            if (entry.rules[i].of_flow != "barred_behind") continue;
            for (const std::string& type : entry.rules[i].then)
                if (!types.contains(type))
                    entry.place.at("rules").at(i).at("then").complain("`" + type + "` is no action type");
        }

    std::set<std::string> decided;
    for (std::size_t i = 0; i < catalogue.wrong_names.size(); ++i) {
        const WrongName& wrong = catalogue.wrong_names[i];
        const Place place = catalogue.wrong_names_place.at("names").at(i);
        if (!decided.insert(wrong.name).second) place.complain("`" + wrong.name + "` stands twice");
        if (types.contains(wrong.name)) place.complain("`" + wrong.name + "` is an action type");
        if (!wrong.instead.empty() && !types.contains(wrong.instead)) {
            place.complain("`" + wrong.instead + "` is no action type");
        }
    }
    std::map<std::string, std::string> claimed;
    for (const Entry& entry : catalogue.entries) {
        const Place place = entry.place.at("wrong_names");
        for (const WrongName& wrong : entry.wrong_names) {
            if (types.contains(wrong.name)) place.complain("`" + wrong.name + "` is an action type");
            const auto [other, is_new] = claimed.emplace(wrong.name, entry.type);
            if (!is_new && !decided.contains(wrong.name)) {
                place.complain("`" + wrong.name + "` is claimed by `" + other->second +
                               "` too; decide in wrong-names.json");
            }
        }
    }
}

std::vector<WrongName> merged_wrong_names(const Catalogue& catalogue) {
    std::map<std::string, WrongName> merged;
    for (const WrongName& wrong : catalogue.wrong_names) merged.emplace(wrong.name, wrong);
    for (const Entry& entry : catalogue.entries) {
        for (const WrongName& wrong : entry.wrong_names) {
            merged.emplace(wrong.name, WrongName{wrong.name, entry.type, wrong.note});
        }
    }
    std::vector<WrongName> result;
    for (auto& [unused, wrong] : merged) result.push_back(std::move(wrong));
    return result;
}

}  // namespace catalogue_gen
