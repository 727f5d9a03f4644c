#include "read_parameter.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "each.hpp"
#include "vocabulary.hpp"

namespace catalogue_gen {
namespace {

Range read_range(const Json& value, const Place& place) {
    Fields fields(value, place);
    Range range;
    range.when = fields.condition("when");
    range.min = fields.number("min");
    range.max = fields.number("max");
    range.evidence = fields.needed_word("evidence", evidence_words());
    if (!range.min && !range.max) place.complain("a range needs `min` or `max`");
    if (range.min && range.max && *range.min > *range.max) place.complain("`min` is larger than `max`");
    return range;
}

/// What is said of values and actions in several places; for people its words say it.
void read_rule_of_flow(Fields& fields, Rule& rule) {
    const Place& place = fields.place();
    rule.of_flow = std::exchange(rule.kind, "words");
    rule.words = fields.needed_text("words");
    if (rule.of_flow == "barred_behind") {
        fields.need("if");
        rule.condition = fields.condition("if");
        rule.then = fields.texts("then");
        const bool one_branch = rule.condition.terms.size() == 1 &&
                                rule.condition.terms.front().path.starts_with("condition:") &&
                                rule.condition.terms.front().op == "present";
        if (!one_branch) place.at("if").complain("one branch is wanted: `condition:Name present`");
        if (rule.then.empty()) place.complain("`then` names no action type");
        return;
    }
    rule.of = fields.texts("of");
    if (rule.of.size() != 1) place.complain("`of` is one path");
    if (rule.of_flow == "names_flow_of") {
        fields.need("then");
        rule.then = fields.texts("then");
        for (std::size_t i = 0; i < rule.then.size(); ++i)
            word_of(Json(rule.then[i]), flow_type_words(), place.at("then").at(i));
    }
    if (!rule.of_flow.starts_with("at_most_")) return;
    fields.need("most");
    rule.most = fields.count("most");
}

Rule read_rule(const Json& value, const Place& place) {
    Fields fields(value, place);
    Rule rule;
    rule.kind = fields.needed_word("rule", rule_words());
    rule.evidence = fields.needed_word("evidence", evidence_words());
    constexpr std::array<std::string_view, 9> of_flows{
        "unique_in_flow",       "at_most_together",       "at_most_bytes", "accepted_by_module", "branches_of_module",
        "result_of_own_module", "produced_by_own_module", "names_flow_of", "barred_behind"};
    if (std::find(of_flows.begin(), of_flows.end(), rule.kind) != of_flows.end()) {
        read_rule_of_flow(fields, rule);
        return rule;
    }
    rule.words = rule.kind == "words" ? fields.needed_text("words") : fields.text("words");
    if (rule.kind == "words") return rule;
    if (rule.kind == "requires_all" || rule.kind == "forbids") {
        fields.need("if");
        fields.need("then");
        rule.condition = fields.condition("if");
        rule.then = fields.texts("then");
        if (rule.then.empty()) place.complain("`then` names nothing");
    } else {
        fields.need("of");
        rule.of = fields.texts("of");
        if (rule.of.size() < 2) place.complain("`of` needs two names or more");
    }
    return rule;
}

Parameter read_parameter(const Json& value, const std::string& name, const Place& place) {
    Fields fields(value, place);
    Parameter parameter;
    parameter.name = name;
    parameter.required = fields.needed_word("required", requirement_words());
    parameter.when = fields.condition("when");
    parameter.when_words = fields.text("when_words");
    parameter.kind = fields.needed_word("kind", kind_words());
    parameter.mode = fields.word("value", mode_words(), "unknown");
    parameter.json_type = fields.word("json_type", json_type_words(), "any");
    parameter.refuses_other_types = fields.flag("refuses_other_types");
    parameter.resource = fields.word("resource", resource_words(), "none");
    parameter.speech = fields.word("speech", speech_words(), "none");
    parameter.evidence = fields.needed_word("evidence", evidence_words());
    parameter.values = fields.texts("values");
    parameter.words = fields.texts("words");
    parameter.wrong_values = read_wrong_names(fields.find("wrong_values"), place.at("wrong_values"), true);
    parameter.ranges = each<Range>(fields.find("ranges"), place.at("ranges"), read_range);
    parameter.max_length = fields.count("max_length");
    parameter.min_items = fields.count("min_items");
    parameter.max_items = fields.count("max_items");
    parameter.pattern = fields.text("pattern");
    parameter.pattern_words = fields.text("pattern_words");
    parameter.key_pattern = fields.text("key_pattern");
    parameter.unit = fields.text("unit");
    parameter.default_value = fields.text("default");
    parameter.note = fields.text("note");
    parameter.free_keys = fields.flag("free_keys");
    if (const Json* item = fields.find("item")) {
        parameter.item = std::make_unique<Parameter>(read_parameter(*item, "", place.at("item")));
    }
    parameter.properties = read_parameters(fields.find("properties"), place.at("properties"));
    parameter.rules = read_rules(fields.find("rules"), place.at("rules"));
    if (parameter.kind == "boolean" && parameter.values.empty()) parameter.values = parameter.words;
    if (parameter.kind == "json") parameter.free_keys = true;
    return parameter;
}

WrongName read_wrong_name(const Json& value, const Place& place, bool with_instead) {
    Fields fields(value, place);
    WrongName name;
    name.name = fields.needed_text("name");
    if (with_instead) name.instead = fields.text("instead");
    name.note = fields.text("note");
    if (with_instead && name.instead.empty() && name.note.empty()) place.complain("needs `instead` or `note`");
    return name;
}

}  // namespace

std::vector<Parameter> read_parameters(const Json* value, const Place& place) {
    std::vector<Parameter> result;
    if (!value) return result;
    if (!value->is_object()) {
        place.complain("expected an object");
        return result;
    }
    for (const auto& [name, parameter] : value->items()) {
        result.push_back(read_parameter(parameter, name, place.at(name)));
    }
    return result;
}

std::vector<Rule> read_rules(const Json* value, const Place& place) { return each<Rule>(value, place, read_rule); }

std::vector<WrongName> read_wrong_names(const Json* value, const Place& place, bool with_instead) {
    return each<WrongName>(value, place,
                           [&](const Json& item, const Place& at) { return read_wrong_name(item, at, with_instead); });
}

}  // namespace catalogue_gen
