#include "check_parameter.hpp"

#include <algorithm>

#include "paths.hpp"
#include "pattern.hpp"

namespace catalogue_gen {
namespace {

void only(bool given, bool fits, const char* key, const Parameter& parameter, const Place& place) {
    if (given && !fits) place.complain(std::string("`") + key + "` does not fit the kind `" + parameter.kind + "`");
}

void check_kind(const Parameter& p, const Place& place) {
    const auto is = [&](std::initializer_list<std::string_view> kinds) {
        return std::find(kinds.begin(), kinds.end(), p.kind) != kinds.end();
    };
    only(!p.words.empty(), is({"boolean"}), "words", p, place);
    only(!p.ranges.empty(), is({"integer"}), "ranges", p, place);
    only(p.max_length.has_value() || !p.pattern.empty(), is({"text", "ssml", "string", "uri", "phone_number"}),
         "max_length or pattern", p, place);
    only(!p.key_pattern.empty(), is({"map"}), "key_pattern", p, place);
    only(p.min_items.has_value() || p.max_items.has_value(), is({"list", "map"}), "min_items or max_items", p, place);
    only(p.item != nullptr, is({"list", "map"}), "item", p, place);
    only(!p.properties.empty() || !p.rules.empty(), is({"object"}), "properties or rules", p, place);
    only(p.free_keys, is({"object", "json"}), "free_keys", p, place);
    only(p.resource != "none", is({"arn", "id_or_arn", "string", "phone_number"}), "resource", p, place);
    if (p.kind == "enumeration" && p.values.empty()) place.complain("an enum needs `values`");
    if (is({"list", "map"}) && !p.item) place.complain("a list or map needs `item`");
    if (p.kind == "object" && p.properties.empty() && !p.free_keys) {
        place.complain("an object needs `properties`, or `free_keys` where nobody has published them");
    }
    if (!p.words.empty() && p.words.size() != 2) place.complain("`words` are two: true first");
}

void check_pattern(const std::string& pattern, const Place& place) {
    if (pattern.empty()) return;
    const CompiledPattern compiled = compile_pattern(pattern);
    if (!compiled.problem.empty()) place.complain(compiled.problem);
}

void check_parameter(const Parameter& p, const std::vector<Parameter>& scope, const Entry* entry, const Place& place) {
    check_requirement(p.required, !p.when.empty(), !p.when_words.empty(), place);
    check_condition(p.when, scope, entry, place.at("when"));
    check_kind(p, place);
    check_pattern(p.pattern, place.at("pattern"));
    if (p.pattern.empty() != p.pattern_words.empty())
        place.complain("a `pattern` needs `pattern_words`, which say what it takes");
    check_pattern(p.key_pattern, place.at("key_pattern"));
    for (std::size_t i = 0; i < p.ranges.size(); ++i) {
        check_condition(p.ranges[i].when, scope, entry, place.at("ranges").at(i).at("when"));
    }
    for (std::size_t i = 0; i < p.wrong_values.size(); ++i) {
        const WrongName& wrong = p.wrong_values[i];
        const Place at = place.at("wrong_values").at(i);
        const auto known = [&](const std::string& value) {
            return std::find(p.values.begin(), p.values.end(), value) != p.values.end();
        };
        if (known(wrong.name)) at.complain("`" + wrong.name + "` stands in `values` too");
        if (!wrong.instead.empty() && !known(wrong.instead)) at.complain("`" + wrong.instead + "` is no value");
    }
    if (p.item) check_parameter(*p.item, scope, entry, place.at("item"));
    check_parameters(p.properties, p.rules, nullptr, place.at("properties"), place.at("rules"));
}

/// A member that is required by itself would be reported beside the rule: one fault, two findings.
void check_counted(const Rule& rule, const Parameter* member, std::string_view path, const Place& place) {
    if (member && member->required != "never" && (rule.kind == "exactly_one" || rule.kind == "at_most_one")) {
        place.complain("`" + std::string(path) + "` is required by itself too; write `\"required\": \"never\"`");
    }
}

void check_rule_of_flow(const Rule& rule, const std::vector<Parameter>& scope, const Entry* entry, const Place& place) {
    if (!entry) return place.complain("`" + rule.of_flow + "` is a rule of an action, not of a nested object");
    for (const std::string& path : rule.of)
        if (!find_through_lists(scope, path)) place.at("of").complain("`" + path + "` names no parameter");
    check_condition(rule.condition, scope, entry, place.at("if"));
}

void check_rule(const Rule& rule, const std::vector<Parameter>& scope, const Entry* entry, const Place& place) {
    if (!rule.of_flow.empty()) return check_rule_of_flow(rule, scope, entry, place);
    for (const std::string& path : rule.of) {
        check_counted(rule, check_path(path, scope, entry, place.at("of")), path, place.at("of"));
    }
    check_condition(rule.condition, scope, entry, place.at("if"));
    for (const std::string& path : rule.then) {
        const Parameter* found = check_path(path, scope, entry, place.at("then"));
        if (found && rule.kind == "requires_all" && path.find('.') == std::string::npos &&
            found->required == "always") {
            place.at("then").complain("`" + path + "` is always required");
        }
    }
}

}  // namespace

void check_requirement(const std::string& required, bool has_when, bool has_words, const Place& place) {
    if (has_when && has_words) place.complain("`when` and `when_words` exclude each other");
    if (required == "when" && !has_when && !has_words) place.complain("needs `when`, or `when_words` for people");
    if (required != "when" && (has_when || has_words)) place.complain("has a `when` that nothing refers to");
}

void check_parameters(const std::vector<Parameter>& parameters, const std::vector<Rule>& rules, const Entry* entry,
                      const Place& parameters_place, const Place& rules_place) {
    for (const Parameter& p : parameters) check_parameter(p, parameters, entry, parameters_place.at(p.name));
    for (std::size_t i = 0; i < rules.size(); ++i) check_rule(rules[i], parameters, entry, rules_place.at(i));
}

}  // namespace catalogue_gen
