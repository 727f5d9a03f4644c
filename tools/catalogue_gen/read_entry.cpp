#include "read_entry.hpp"

#include <algorithm>
#include <filesystem>

#include "each.hpp"
#include "load_json.hpp"
#include "read_parameter.hpp"
#include "vocabulary.hpp"

namespace catalogue_gen {
namespace {

Error read_error(const Json& value, const Place& place) {
    Fields fields(value, place);
    Error error;
    error.name = fields.needed_text("name");
    error.required = fields.needed_word("required", requirement_words());
    error.when = fields.condition("when");
    error.forbidden_when = fields.condition("forbidden_when");
    error.meaning = fields.text("meaning");
    error.evidence = fields.needed_word("evidence", evidence_words());
    return error;
}

Strings read_types(const Json& value, const Place& place) {
    return each<std::string>(&value, place,
                             [](const Json& item, const Place& at) { return word_of(item, flow_type_words(), at); });
}

FlowTypes read_flow_types(const Json* value, const Place& place) {
    if (!value || value->is_null()) return {};
    return {read_types(*value, place), true};
}

ConditionSet read_set(const Json& value, const Place& place) {
    Fields fields(value, place);
    ConditionSet set;
    set.when = fields.condition("when");
    fields.need("operators");
    set.operators = fields.texts("operators");
    set.operands = fields.texts("operands");
    set.exactly = fields.texts("exactly");
    set.evidence = fields.needed_word("evidence", evidence_words());
    if (!set.operands.empty() && !set.exactly.empty()) place.complain("`exactly` says it all; leave `operands` out");
    return set;
}

SpecialOperator read_special_operator(const Json& value, const Place& place) {
    Fields fields(value, place);
    SpecialOperator special;
    special.name = fields.needed_text("name");
    fields.need("operands");
    special.operands = fields.count("operands").value_or(0);
    special.types = read_flow_types(fields.need("flow_types"), place.at("flow_types"));
    special.evidence = fields.needed_word("evidence", evidence_words());
    return special;
}

ConditionLimit read_limit_of_conditions(const Json& value, const Place& place) {
    Fields fields(value, place);
    ConditionLimit limit;
    limit.types = read_flow_types(fields.need("flow_types"), place.at("flow_types"));
    fields.need("max");
    limit.max = fields.count("max").value_or(0);
    limit.evidence = fields.needed_word("evidence", evidence_words());
    return limit;
}

Conditions read_conditions(const Json& value, const Place& place) {
    Fields fields(value, place);
    Conditions conditions;
    conditions.allowed = fields.needed_word("allowed", requirement_words());
    conditions.when = fields.condition("when");
    conditions.when_words = fields.text("when_words");
    conditions.sets = each<ConditionSet>(fields.find("sets"), place.at("sets"), read_set);
    conditions.special_operators =
        each<SpecialOperator>(fields.find("special_operators"), place.at("special_operators"), read_special_operator);
    conditions.refused_operators = fields.texts("refused_operators");
    conditions.operand_pattern = fields.text("operand_pattern");
    conditions.operand_words = fields.text("operand_words");
    conditions.min = fields.count("min");
    conditions.max = fields.count("max");
    conditions.limits = each<ConditionLimit>(fields.find("limits"), place.at("limits"), read_limit_of_conditions);
    conditions.rising = fields.flag("rising");
    conditions.note = fields.text("note");
    conditions.evidence = conditions.allowed == "never" ? fields.word("evidence", evidence_words(), "reference")
                                                        : fields.needed_word("evidence", evidence_words());
    return conditions;
}

void read_all_flow_types(const Json& value, const Place& place, Entry& entry) {
    Fields fields(value, place);
    entry.reference_types = read_flow_types(fields.need("reference"), place.at("reference"));
    entry.admin_guide_types = read_flow_types(fields.need("admin_guide"), place.at("admin_guide"));
    entry.export_types = read_flow_types(fields.need("exports"), place.at("exports"));
    if (const Json* refused = fields.find("refused_live")) {
        entry.refused_types = read_types(*refused, place.at("refused_live"));
    }
    entry.flow_type_note = fields.text("note");
}

std::map<std::string, std::string> read_channels(const Json& value, const Place& place) {
    std::map<std::string, std::string> result;
    if (value.is_null()) return result;
    Fields fields(value, place);
    for (const auto& [channel, unused] : channel_words()) {
        const std::string key(channel);
        result[key] = fields.word(key, channel_use_words(), "unknown");
    }
    return result;
}

/// A word, or an object where only some parameters bring the effect.
Effect read_effect(const Json& value, const Place& place) {
    if (!value.is_object()) return {word_of(value, effect_words(), place), {}};
    Fields fields(value, place);
    fields.need("when");
    return {fields.needed_word("effect", effect_words()), fields.condition("when")};
}

Entry read_entry(const Json& value, const Place& place) {
    Fields fields(value, place);
    Entry entry;
    entry.place = place;
    entry.type = fields.needed_text("type");
    entry.category = fields.needed_word("category", category_words());
    entry.block = fields.needed_text("block");
    entry.evidence = fields.needed_word("evidence", evidence_words());
    entry.summary = fields.needed_text("summary");
    entry.parameters = read_parameters(fields.need("parameters"), place.at("parameters"));
    entry.free_parameters = fields.flag("free_parameters");
    entry.rules = read_rules(fields.need("rules"), place.at("rules"));
    entry.wrong_parameters = read_wrong_names(fields.find("wrong_parameters"), place.at("wrong_parameters"), true);
    entry.next_action = fields.needed_word("next_action", next_action_words());
    entry.mirrors = fields.text("mirrors");
    entry.errors = each<Error>(fields.need("errors"), place.at("errors"), read_error);
    entry.refused_errors = fields.texts("refused_errors");
    if (const Json* found = fields.need("conditions")) {
        entry.conditions = read_conditions(*found, place.at("conditions"));
    }
    if (const Json* found = fields.need("flow_types")) read_all_flow_types(*found, place.at("flow_types"), entry);
    if (const Json* found = fields.need("channels")) entry.channels = read_channels(*found, place.at("channels"));
    entry.effects = each<Effect>(fields.need("effects"), place.at("effects"), read_effect);
    fields.need("outputs");
    entry.outputs = fields.texts("outputs");
    entry.wrong_names = read_wrong_names(fields.find("wrong_names"), place.at("wrong_names"), false);
    entry.limits = fields.texts("limits");
    fields.need("sources");
    entry.sources = fields.texts("sources");
    if (entry.sources.empty()) place.at("sources").complain("an entry says where it comes from");
    fields.need("open");
    entry.open = fields.texts("open");
    return entry;
}

Reference read_reference(const Json& json, const Place& place) {
    Fields fields(json, place);
    Reference reference;
    reference.path = fields.text("path");  // none: the namespaces
    fields.need("keys");
    reference.keys = fields.texts("keys");
    if (!std::is_sorted(reference.keys.begin(), reference.keys.end())) place.at("keys").complain("keys are sorted");
    reference.spaces = fields.texts("spaces");
    for (const std::string& space : reference.spaces)
        if (!std::binary_search(reference.keys.begin(), reference.keys.end(), space))
            place.at("spaces").complain("`" + space + "` is none of `keys`");
    reference.open = fields.flag("open");
    reference.wrong = read_wrong_names(fields.find("wrong"), place.at("wrong"), true);
    reference.evidence = fields.needed_word("evidence", evidence_words());
    return reference;
}

ReferenceLimit read_limit(const Json& json, const Place& place) {
    Fields fields(json, place);
    ReferenceLimit limit;
    limit.path = fields.needed_text("path");
    limit.valid_in = read_flow_types(fields.find("valid_in"), place.at("valid_in"));
    limit.filled_by = fields.word("filled_by", effect_words(), "");
    limit.lasts = fields.word("lasts", lasts_words(), "contact");
    limit.no_elements = fields.flag("no_elements");
    limit.evidence = fields.needed_word("evidence", evidence_words());
    if (!limit.valid_in.known && limit.filled_by.empty() && !limit.no_elements)
        place.complain("needs `valid_in`, `filled_by` or `no_elements`");
    return limit;
}

}  // namespace

Catalogue read_catalogue(const std::string& folder, Problems& problems) {
    namespace fs = std::filesystem;
    Catalogue catalogue;
    std::vector<fs::path> files;
    std::error_code failure;
    for (const auto& file : fs::directory_iterator(fs::path(folder) / "actions", failure)) {
        if (file.path().extension() == ".json") files.push_back(file.path());
    }
    if (files.empty()) problems.add(folder, "actions", "no entries found");
    std::sort(files.begin(), files.end());

    for (const fs::path& file : files) {
        const Place place{&problems, "actions/" + file.filename().string(), ""};
        const auto json = load_json(file.string(), place);
        if (!json) continue;
        Entry entry = read_entry(*json, place);
        if (entry.type != file.stem().string()) {
            place.at("type").complain("`" + entry.type + "` stands in a file of another name");
        }
        catalogue.entries.push_back(std::move(entry));
    }
    // Folders sort by the locale of nobody: the position of a row is its ActionType, found by binary search.
    std::sort(catalogue.entries.begin(), catalogue.entries.end(),
              [](const Entry& a, const Entry& b) { return a.type < b.type; });

    catalogue.wrong_names_place = {&problems, "wrong-names.json", ""};
    if (const auto json = load_json((fs::path(folder) / "wrong-names.json").string(), catalogue.wrong_names_place)) {
        Fields fields(*json, catalogue.wrong_names_place);
        catalogue.wrong_names = read_wrong_names(fields.need("names"), catalogue.wrong_names_place.at("names"), true);
    }
    const Place references{&problems, "references.json", ""};
    if (const auto json = load_json((fs::path(folder) / "references.json").string(), references)) {
        Fields fields(*json, references);
        catalogue.references = each<Reference>(fields.need("references"), references.at("references"), read_reference);
        catalogue.limits = each<ReferenceLimit>(fields.find("limits"), references.at("limits"), read_limit);
    }
    std::sort(catalogue.references.begin(), catalogue.references.end(),
              [](const Reference& a, const Reference& b) { return a.path < b.path; });
    std::sort(catalogue.limits.begin(), catalogue.limits.end(),
              [](const ReferenceLimit& a, const ReferenceLimit& b) { return a.path < b.path; });
    return catalogue;
}

}  // namespace catalogue_gen
