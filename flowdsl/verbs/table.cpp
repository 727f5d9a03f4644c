#include <array>

#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/only_with.hpp"
#include "flowdsl/verbs/texts.hpp"

namespace flowc::dsl {

namespace {

constexpr std::array<std::string_view, 3> forms{"lookup", "list", "write"};

/// Which rows are meant: a value for every primary attribute.
void write_primary_values(StepContext& step, Parameters& group, Node by, std::string_view name_key) {
    Parameters values = group.list("PrimaryValues", by.span());
    if (!step.read_map(by, "by", {})) return;
    for (const auto [name, value] : by.entries()) {
        Parameters entry = values.object({}, name.span());
        entry.literal(name_key, name.text(), name.span());
        if (const auto text = step.read_text(value, name.text())) entry.text("Value", *text, value.span());
    }
}

/// The groups of rows that an option names; false where it names none, which is reported.
bool read_groups(StepContext& step, std::string_view form, Node groups, std::string_view example) {
    for (const Entry group : groups.entries()) step.refuse_reference(group.key);
    if (groups.is_mapping()) return true;
    step.error(rules::bad_value, groups.span(),
               "`" + std::string{form} + "` takes names of your own and the rows that each stands for, such as `" +
                   std::string{example} + "`");
    return false;
}

/// Whether a group is a map with `by` and only the keys that it may have.
bool read_group(StepContext& step, const Entry& group, std::span<const std::string_view> keys) {
    if (!step.read_map(group.value, group.key.text(), keys)) return false;
    for (const std::string_view key : keys)
        if (key != "data" && key != "defaults" && !group.value.find_key(key))
            step.error(rules::missing_option, group.key.span(),
                       quote(group.key.text()) + " needs `" + std::string{key} + "`" +
                           (key == "by" ? ", a value for every primary attribute" : ", the attributes to read"));
    return true;
}

void look_up(StepContext& step, Node groups) {
    static constexpr std::array<std::string_view, 2> keys{"by", "read"};
    ActionDraft& table = step.action(ActionType::EvaluateDataTableValues);
    {
        Parameters parameters = step.parameters(table);
        parameters.name("DataTableId", ResourceKind::data_table, step.value());
        Parameters queries = parameters.list("Queries", groups.span());
        if (read_groups(step, "lookup", groups, "{near: {by: {Town: \"{Town}\"}, read: [Address]}}"))
            for (const Entry group : groups.entries()) {
                if (!read_group(step, group, keys)) continue;
                Parameters query = queries.object({}, group.key.span());
                query.literal("QueryName", group.key.text(), group.key.span());
                write_word_list(step, query, "Attributes", group.value.find("read"), "read");
                step.reads(table, "table." + std::string{group.key.text()}, group.value.find("read"));
                if (const Node by = group.value.find("by")) write_primary_values(step, query, by, "AttributeName");
            }
    }
    step.leads_to(table, step.next());
    step.error_branch(table, "NoMatchingError", step.on_error());
}

void list_rows(StepContext& step, Node groups) {
    static constexpr std::array<std::string_view, 1> keys{"by"};
    ActionDraft& table = step.action(ActionType::ListDataTableValues);
    {
        Parameters parameters = step.parameters(table);
        parameters.name("DataTableId", ResourceKind::data_table, step.value());
        const bool all = groups.is_scalar() && groups.text() == "all";
        if (!all && read_groups(step, "list", groups, "{town: {by: {Town: \"{Town}\"}}}` or `list: all")) {
            Parameters list = parameters.list("PrimaryKeyGroups", groups.span());
            for (const Entry group : groups.entries()) {
                if (!read_group(step, group, keys)) continue;
                Parameters written = list.object({}, group.key.span());
                written.literal("PrimaryKeyGroupName", group.key.text(), group.key.span());
                if (const Node by = group.value.find("by")) write_primary_values(step, written, by, "Name");
            }
        }
    }
    step.leads_to(table, step.next());
    step.error_branch(table, "NoMatchingError", step.on_error());
}

void write_attributes(StepContext& step, Parameters& group, Node data, Node defaults) {
    if (!data && !defaults) return;
    Parameters attributes = group.list("Attributes", (data ? data : defaults).span());
    if (data && step.read_map(data, "data", {}))
        for (const auto [name, value] : data.entries()) {
            Parameters attribute = attributes.object({}, name.span());
            attribute.literal("Name", name.text(), name.span());
            if (const auto text = step.read_text(value, name.text())) attribute.text("Value", *text, value.span());
        }
    if (!defaults || !step.read_list(defaults, "defaults")) return;
    step.each_once(defaults);
    for (const Node name : defaults.items()) {
        const auto text = step.read_text(name, "defaults");
        if (!text) continue;
        step.refuse_reference(name);
        Parameters attribute = attributes.object({}, name.span());
        attribute.literal("Name", *text, name.span());
        attribute.boolean("UseDefaultValue", true, name.span());
    }
}

void write_rows(StepContext& step, Node groups) {
    static constexpr std::array<std::string_view, 3> keys{"by", "data", "defaults"};
    const Node version = step.option("version");
    ActionDraft& table = step.action(ActionType::UpsertDataTableValues);
    {
        Parameters parameters = step.parameters(table);
        parameters.name("DataTableId", ResourceKind::data_table, step.value());
        const auto lock = step.read_text(version, "version");
        parameters.text("LockVersion", lock.value_or("LATEST"), step.place("version"));
        Parameters list = parameters.list("DataTableUpsertAttributes", groups.span());
        if (read_groups(step, "write", groups, "{visit: {by: {Town: \"{Town}\"}, data: {LastCaller: \"{caller}\"}}}"))
            for (const Entry group : groups.entries()) {
                if (!read_group(step, group, keys)) continue;
                Parameters written = list.object({}, group.key.span());
                written.literal("PrimaryKeyGroupName", group.key.text(), group.key.span());
                if (const Node by = group.value.find("by")) write_primary_values(step, written, by, "Name");
                write_attributes(step, written, group.value.find("data"), group.value.find("defaults"));
            }
    }
    step.leads_to(table, step.next());
    step.error_branch(table, "NoMatchingError", step.on_error());
}

}  // namespace

static void lower(StepContext& step) {
    std::string_view chosen;
    for (const std::string_view form : forms) {
        if (!step.option(form)) continue;
        if (!chosen.empty())
            step.error(rules::conflicting_options, step.option(form).span(),
                       "one step does one thing with a table, and `" + std::string{chosen} +
                           "` stands here already; make two steps of it");
        else chosen = form;
    }
    if (chosen != "write") only_with(step, "write", {"version"});
    const Node groups = step.option(chosen);
    if (chosen == "lookup") return look_up(step, groups);
    if (chosen == "list") return list_rows(step, groups);
    if (chosen == "write") return write_rows(step, groups);
    step.on_error();
    step.error(rules::missing_option, step.span(), "`table` needs what to do with it: " + list(forms, "or"));
}

static constexpr ActionType types[] = {ActionType::EvaluateDataTableValues, ActionType::ListDataTableValues,
                                       ActionType::UpsertDataTableValues};
static constexpr OptionInfo options[] = {
    {.name = "lookup",
     .kind = OptionKind::map,
     .summary = "names of your own, and for each the attributes to `read` in the row that `by` finds; read later as "
                "`{table.name.Attribute}`"},
    {.name = "list",
     .kind = OptionKind::any,
     .summary = "names of your own and the rows that `by` finds for each, or `all`"},
    {.name = "write",
     .kind = OptionKind::map,
     .summary = "names of your own, and for each the `data` of the row that `by` finds, and attributes that take their "
                "`defaults`"},
    {.name = "version",
     .kind = OptionKind::text,
     .default_value = "LATEST",
     .summary = "write: the lock version that the table must still have"},
};

extern const VerbInfo verb_table;
const VerbInfo verb_table{
    .name = "table",
    .section = "Integrate",
    .summary = "looks up, lists or writes rows of a data table",
    .value = OptionKind::name,
    .options = options,
    .types = types,
    .example = "{table: Prices, lookup: {price: {by: {Product: \"{Product}\"}, read: [Amount]}}}",
    .lower = lower,
};

}  // namespace flowc::dsl
