#include "write_tables.hpp"

#include <algorithm>

#include "check_entry.hpp"
#include "row.hpp"
#include "vocabulary.hpp"
#include "write_parameters.hpp"

namespace catalogue_gen {
namespace {

constexpr const char* head = R"(#include "catalogue/flow_rule.hpp"
#include "catalogue/reference_row.hpp"

// Rows name what they set and leave the rest to the defaults.
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

namespace flowc {
namespace {

[[maybe_unused]] bool accepts(const std::uint8_t* classes, const std::uint16_t* next, const std::uint8_t* accepting,
                              std::size_t width, std::string_view text) {
    std::size_t state = 1;
    for (const char c : text) {
        state = next[state * width + classes[static_cast<unsigned char>(c)]];
        if (state == 0) return false;
    }
    return accepting[state] != 0;
}

)";

/// Bits by the order of a list of words, which is the order of the enumerators.
std::string bits_of(const Strings& set, std::string_view enumeration) {
    std::string text;
    for (const std::string& enumerator : set) {
        text += (text.empty() ? "" : " | ") + std::string("bit(") + std::string(enumeration) + "::" + enumerator + ")";
    }
    return text;
}

std::string type_set(const FlowTypes& types) {
    if (!types.known) return {};
    const std::string bits = bits_of(types.types, "FlowType");
    return "{.bits = static_cast<std::uint16_t>(" + (bits.empty() ? std::string("0") : bits) + "), .known = true}";
}

std::string write_errors(Arrays& arrays, const Entry& entry) {
    Strings rows;
    for (const Error& error : entry.errors) {
        rows.push_back(Row()
                           .text("name", error.name)
                           .word("required", "Requirement", error.required)
                           .set("when", write_condition(arrays, error.when))
                           .set("forbidden_when", write_condition(arrays, error.forbidden_when))
                           .text("meaning", error.meaning)
                           .word("evidence", "Evidence", error.evidence)
                           .str());
    }
    return arrays.add("ErrorInfo", rows);
}

std::string conditions_row(Arrays& arrays, const Conditions& conditions) {
    Strings sets;
    for (const ConditionSet& set : conditions.sets) {
        sets.push_back(Row()
                           .set("when", write_condition(arrays, set.when))
                           .set("operators", arrays.add_texts(set.operators))
                           .set("operands", arrays.add_texts(set.operands))
                           .set("exactly", arrays.add_texts(set.exactly))
                           .word("evidence", "Evidence", set.evidence)
                           .str());
    }
    Strings specials;
    for (const SpecialOperator& special : conditions.special_operators) {
        specials.push_back(Row()
                               .text("name", special.name)
                               .count("operands", special.operands)
                               .set("types", type_set(special.types))
                               .word("evidence", "Evidence", special.evidence)
                               .str());
    }
    Strings limits;
    for (const ConditionLimit& limit : conditions.limits) {
        limits.push_back(Row()
                             .set("types", type_set(limit.types))
                             .count("max", limit.max)
                             .word("evidence", "Evidence", limit.evidence)
                             .str());
    }
    return Row()
        .word("allowed", "ConditionsInfo::Allowed", conditions.allowed)
        .set("when", write_condition(arrays, conditions.when))
        .text("when_text", conditions.when.empty() ? conditions.when_words : conditions.when.text)
        .set("sets", arrays.add("ConditionSet", sets))
        .set("special_operators", arrays.add("SpecialOperator", specials))
        .set("refused_operators", arrays.add_texts(conditions.refused_operators))
        .set("operand_matches", arrays.add_pattern(conditions.operand_pattern))
        .text("operand_pattern", conditions.operand_pattern)
        .text("operand_words", conditions.operand_words)
        .count("min", conditions.min)
        .count("max", conditions.max)
        .set("limits", arrays.add("ConditionLimit", limits))
        .flag("rising", conditions.rising)
        .text("note", conditions.note)
        .word("evidence", "Evidence", conditions.evidence)
        .str();
}

std::string channels_of(const Entry& entry) {
    std::string uses;
    for (const auto& [channel, unused] : channel_words()) {
        const auto found = entry.channels.find(std::string(channel));
        uses += (uses.empty() ? "ChannelUse::" : ", ChannelUse::") +
                (found == entry.channels.end() ? std::string("unknown") : found->second);
    }
    return "{{" + uses + "}}";
}

std::string refused_types(Arrays& arrays, const Entry& entry) {
    Strings rows;
    for (const std::string& type : entry.refused_types) rows.push_back("FlowType::" + type);
    return arrays.add("FlowType", rows);
}

std::string effect_bits(const Entry& entry) {
    Strings names;
    for (const Effect& effect : entry.effects) names.push_back(effect.name);
    return names.empty() ? "0" : bits_of(names, "Effect");
}

std::string conditional_effects(Arrays& arrays, const Entry& entry) {
    Strings rows;
    for (const Effect& effect : entry.effects) {
        if (effect.when.empty()) continue;
        rows.push_back(
            Row().word("effect", "Effect", effect.name).set("when", write_condition(arrays, effect.when)).str());
    }
    return arrays.add("ConditionalEffect", rows);
}

std::string action_row(Arrays& arrays, const Entry& entry) {
    return Row()
        .word("type", "ActionType", entry.type)
        .text("name", entry.type)
        .text("category", entry.category)
        .text("block", entry.block)
        .text("summary", entry.summary)
        .word("evidence", "Evidence", entry.evidence)
        .set("parameters", write_parameters(arrays, entry.parameters))
        .set("rules", write_rules(arrays, entry.rules, entry.parameters))
        .set("free_parameters", entry.free_parameters ? "true" : "false")
        .set("wrong_parameters", write_wrong_names(arrays, entry.wrong_parameters))
        .word("next_action", "NextAction", entry.next_action)
        .text("mirrors", entry.mirrors)
        .set("errors", write_errors(arrays, entry))
        .set("refused_errors", arrays.add_texts(entry.refused_errors))
        .set("conditions", conditions_row(arrays, entry.conditions))
        .set("reference_types", type_set(entry.reference_types))
        .set("admin_guide_types", type_set(entry.admin_guide_types))
        .set("export_types", type_set(entry.export_types))
        .set("refused_types", refused_types(arrays, entry))
        .text("flow_type_note", entry.flow_type_note)
        .set("channels", channels_of(entry))
        .set("effects", effect_bits(entry))
        .set("conditional_effects", conditional_effects(arrays, entry))
        .set("outputs", arrays.add_texts(entry.outputs))
        .set("limits", arrays.add_texts(entry.limits))
        .set("sources", arrays.add_texts(entry.sources))
        .set("open", arrays.add_texts(entry.open))
        .str();
}

std::string flow_rule_row(Arrays& arrays, const Entry& entry, const Rule& rule) {
    const bool behind = rule.of_flow == "barred_behind";
    return Row()
        .word("kind", "FlowRule::Kind", rule.of_flow)
        .word("type", "ActionType", entry.type)
        .text("path", behind ? rule.condition.terms.front().path.substr(std::string_view("condition:").size())
                             : rule.of.front())
        .set("names", arrays.add_texts(rule.then))
        .count("most", rule.most)
        .word("evidence", "Evidence", rule.evidence)
        .str();
}

std::string flow_rules(Arrays& arrays, const Catalogue& catalogue) {
    Strings rows;
    for (const Entry& entry : catalogue.entries)
        for (const Rule& rule : entry.rules)
            if (!rule.of_flow.empty()) rows.push_back(flow_rule_row(arrays, entry, rule));
    return arrays.add("FlowRule", rows);
}

std::string reference_row(Arrays& arrays, const Reference& reference) {
    return Row()
        .text("path", reference.path)
        .set("keys", arrays.add_texts(reference.keys))
        .set("spaces", arrays.add_texts(reference.spaces))
        .flag("open", reference.open)
        .set("wrong", write_wrong_names(arrays, reference.wrong))
        .word("evidence", "Evidence", reference.evidence)
        .str();
}

std::string limit_row(const ReferenceLimit& limit) {
    return Row()
        .text("path", limit.path)
        .set("valid_in", type_set(limit.valid_in))
        .set("filled_by", limit.filled_by.empty() ? std::string() : "Effect::" + limit.filled_by)
        .word("lasts", "ReferenceLimit::Lasts", limit.lasts)
        .flag("no_elements", limit.no_elements)
        .word("evidence", "Evidence", limit.evidence)
        .str();
}

}  // namespace

std::string action_type_header(const Catalogue& catalogue) {
    std::string text = R"(#pragma once

#include <cstdint>

#include "flowc/export.hpp"

namespace FLOWC_PUBLIC flowc {

/// The action types of the catalogue, sorted by name, then `unknown`.
enum class ActionType : std::uint8_t {
)";
    for (const Entry& entry : catalogue.entries) text += "    " + entry.type + ",\n";
    return text + "    unknown\n};\n\n}  // namespace flowc\n";
}

std::string catalogue_tables(const Catalogue& catalogue) {
    Arrays arrays;
    Strings rows;
    for (const Entry& entry : catalogue.entries) rows.push_back(action_row(arrays, entry));
    const std::string actions = arrays.add("ActionInfo", rows);
    Strings references;
    for (const Reference& reference : catalogue.references) references.push_back(reference_row(arrays, reference));
    const std::string reference_rows = arrays.add("ReferenceRow", references);
    Strings limits;
    for (const ReferenceLimit& limit : catalogue.limits) limits.push_back(limit_row(limit));
    const std::string reference_limits = arrays.add("ReferenceLimit", limits);
    const std::string rules_of_flows = flow_rules(arrays, catalogue);
    const std::string wrong_names = write_wrong_names(arrays, merged_wrong_names(catalogue));

    std::string text = head;
    text += R"([[maybe_unused]] constexpr unsigned bit(FlowType type) { return 1u << static_cast<unsigned>(type); }
[[maybe_unused]] constexpr std::uint64_t bit(Effect effect) { return std::uint64_t{1} << static_cast<unsigned>(effect); }

)";
    text += arrays.definitions();
    text += "\n}  // namespace\n\nstd::span<const ActionInfo> actions() { return " + actions + "; }\n";
    text += "const ActionInfo* const first_action = " + actions + ";\n";
    text += "std::span<const WrongName> wrong_action_names() { return " +
            (wrong_names.empty() ? std::string("{}") : wrong_names) + "; }\n";
    text += "std::span<const ReferenceRow> reference_rows() { return " +
            (reference_rows.empty() ? std::string("{}") : reference_rows) + "; }\n";
    text += "std::span<const ReferenceLimit> reference_limits() { return " +
            (reference_limits.empty() ? std::string("{}") : reference_limits) + "; }\n";
    text += "std::span<const FlowRule> flow_rules() { return " +
            (rules_of_flows.empty() ? std::string("{}") : rules_of_flows) + "; }\n\n}  // namespace flowc\n";
    return text;
}

}  // namespace catalogue_gen
