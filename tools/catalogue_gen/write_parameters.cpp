#include "write_parameters.hpp"

#include <algorithm>

#include "row.hpp"

namespace catalogue_gen {
namespace {

std::string write_ranges(Arrays& arrays, const std::vector<Range>& ranges) {
    Strings rows;
    for (const Range& range : ranges) {
        rows.push_back(Row()
                           .set("when", write_condition(arrays, range.when))
                           .number("min", range.min)
                           .number("max", range.max)
                           .word("evidence", "Evidence", range.evidence)
                           .str());
    }
    return arrays.add("Range", rows);
}

/// Paths of a rule as bits; empty where not all of them are properties.
std::string bits_of(const Strings& paths, const std::vector<Parameter>& properties) {
    std::string bits;
    for (const std::string& path : paths) {
        const auto property =
            std::find_if(properties.begin(), properties.end(), [&](const Parameter& p) { return p.name == path; });
        if (property == properties.end()) return {};
        bits += (bits.empty() ? "1ull << " : " | 1ull << ") + std::to_string(property - properties.begin());
    }
    return bits;
}

std::string parameter_row(Arrays& arrays, const Parameter& p) {
    const std::string item = p.item ? arrays.add("ParameterInfo", {parameter_row(arrays, *p.item)}) : std::string();
    return Row()
        .text("name", p.name)
        .word("required", "Requirement", p.required)
        .set("when", write_condition(arrays, p.when))
        .text("when_text", p.when.empty() ? p.when_words : p.when.text)
        .word("kind", "ParameterKind", p.kind)
        .word("mode", "ValueMode", p.mode)
        .word("json_type", "JsonType", p.json_type)
        .flag("refuses_other_types", p.refuses_other_types)
        .word("resource", "ResourceKind", p.resource)
        .word("speech", "SpeechSetting", p.speech)
        .word("evidence", "Evidence", p.evidence)
        .set("values", arrays.add_texts(p.values))
        .set("words", arrays.add_texts(p.words))
        .set("wrong_values", write_wrong_names(arrays, p.wrong_values))
        .set("ranges", write_ranges(arrays, p.ranges))
        .count("max_length", p.max_length)
        .count("min_items", p.min_items)
        .count("max_items", p.max_items)
        .set("matches", arrays.add_pattern(p.pattern))
        .text("pattern", p.pattern)
        .text("pattern_words", p.pattern_words)
        .set("key_matches", arrays.add_pattern(p.key_pattern))
        .text("key_pattern", p.key_pattern)
        .text("unit", p.unit)
        .text("default_value", p.default_value)
        .text("note", p.note)
        .set("item", item)
        .set("properties", write_parameters(arrays, p.properties))
        .set("rules", write_rules(arrays, p.rules, p.properties))
        .flag("free_keys", p.free_keys)
        .str();
}

}  // namespace

std::string write_condition(Arrays& arrays, const Condition& condition) {
    Strings rows;
    for (const Term& term : condition.terms) {
        rows.push_back(Row().text("path", term.path).word("op", "Term::Op", term.op).text("value", term.value).str());
    }
    return arrays.add("Term", rows);
}

std::string write_rules(Arrays& arrays, const std::vector<Rule>& rules, const std::vector<Parameter>& properties) {
    Strings rows;
    for (const Rule& rule : rules) {
        rows.push_back(Row()
                           .word("kind", "ParameterRule::Kind", rule.kind)
                           .set("of", arrays.add_texts(rule.of))
                           .set("counted", bits_of(rule.of, properties))
                           .set("condition", write_condition(arrays, rule.condition))
                           .set("then", arrays.add_texts(rule.then))
                           .set("affected", bits_of(rule.then, properties))
                           .text("words", rule.words)
                           .word("evidence", "Evidence", rule.evidence)
                           .str());
    }
    return arrays.add("ParameterRule", rows);
}

std::string write_parameters(Arrays& arrays, const std::vector<Parameter>& parameters) {
    Strings rows;
    for (const Parameter& parameter : parameters) rows.push_back(parameter_row(arrays, parameter));
    return arrays.add("ParameterInfo", rows);
}

std::string write_wrong_names(Arrays& arrays, const std::vector<WrongName>& names) {
    Strings rows;
    for (const WrongName& name : names) {
        rows.push_back(Row().text("name", name.name).text("instead", name.instead).text("note", name.note).str());
    }
    return arrays.add("WrongName", rows);
}

}  // namespace catalogue_gen
