#include <array>

#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/texts.hpp"
#include "flowdsl/verbs/verb_form.hpp"

namespace flowc::dsl {

namespace {

constexpr std::string_view get_options[] = {"by", "match", "read", "none_found", "several_found"};
constexpr std::string_view object_options[] = {"type", "where", "by", "read", "none_found"};
constexpr std::string_view calculated_options[] = {"by", "read", "none_found"};
constexpr std::string_view write_options[] = {"data", "read"};
constexpr std::string_view link_options[] = {"by", "contact_id"};

constexpr std::array<VerbForm, 6> forms{{{"get", get_options},
                                         {"object", object_options},
                                         {"calculated", calculated_options},
                                         {"create", write_options},
                                         {"update", write_options},
                                         {"link", link_options}}};

ActionType type_of(std::string_view form) {
    if (form == "get") return ActionType::GetCustomerProfile;
    if (form == "object") return ActionType::GetCustomerProfileObject;
    if (form == "calculated") return ActionType::GetCalculatedAttributesForCustomerProfile;
    if (form == "create") return ActionType::CreateCustomerProfile;
    if (form == "update") return ActionType::UpdateCustomerProfile;
    return ActionType::AssociateContactToCustomerProfile;
}

void write_identifier(StepContext& step, Parameters& request, const Entry& key) {
    request.literal("IdentifierName", key.key.text(), key.key.span());
    if (const auto value = step.read_text(key.value, key.key.text()))
        request.text("IdentifierValue", *value, key.value.span());
}

/// What to look for: one key of the service's, or several joined by `match`.
void write_search(StepContext& step, Parameters& request) {
    const Node by = step.option("by");
    const Node match = step.option("match");
    if (!by || !step.read_map(by, "by", {})) return;
    if (by.size() == 1) {
        if (match)
            step.error(rules::conflicting_options, match.span(),
                       "`match` says how several keys go together, and `by` has one; remove it");
        return write_identifier(step, request, *by.entries().begin());
    }
    {
        Parameters criteria = request.list("SearchCriteria", by.span());
        for (const Entry key : by.entries()) {
            Parameters criterion = criteria.object({}, key.key.span());
            write_identifier(step, criterion, key);
        }
    }
    request.literal("LogicalOperator", step.word("match") == "or" ? "OR" : "AND", match ? match.span() : by.span());
}

/// An option's text, or the reference that is meant where it is not written.
void write_or_default(StepContext& step, Parameters& request, std::string_view key, std::string_view option) {
    const Node node = step.option(option);
    for (const OptionInfo& row : step.verb().options)
        if (!node && row.name == option) request.text(key, row.default_value, step.span());
    if (const auto text = step.read_text(node, option)) request.text(key, *text, node.span());
}

/// Which object of the profile: one with a certain value, else the latest.
void write_object(StepContext& step, Parameters& request) {
    const Node type = step.option("type");
    const Node where = step.option("where");
    if (const auto text = step.read_text(type, "type")) request.text("ObjectType", *text, type.span());
    if (!where) {
        request.boolean("UseLatest", true, step.span());
    } else if (step.read_map(where, "where", {})) {
        if (where.size() == 1) write_identifier(step, request, *where.entries().begin());
        else step.error(rules::bad_value, where.span(), "the service finds an object by one key; leave one in `where`");
    }
}

void write_data(StepContext& step, Parameters& parameters) {
    const Node data = step.option("data");
    if (!data || !step.read_map(data, "data", {})) return;
    Parameters request = parameters.object("ProfileRequestData", data.span());
    write_texts(step, request, data);
}

void write_request(StepContext& step, Parameters& parameters, std::string_view form) {
    if (form == "create" || form == "update") return write_data(step, parameters);
    Parameters request = parameters.object("ProfileRequestData", step.span());
    if (form == "get") return write_search(step, request);
    write_or_default(step, request, "ProfileId", "by");
    if (form == "object") write_object(step, request);
    if (form == "link") write_or_default(step, request, "ContactId", "contact_id");
}

}  // namespace

static void lower(StepContext& step) {
    const VerbForm* form = read_form(step, forms);
    if (!form) return;
    const std::string_view word = form->word;
    if (word == "get") expect_option(step, *form, "by", "{_phone: \"{caller}\"}");
    if (word == "object") expect_option(step, *form, "type", "_asset");
    if (word == "create" || word == "update") expect_option(step, *form, "data", "{LastName: \"{Surname}\"}");

    const Label failure = step.on_error();
    ActionDraft& profile = step.action(type_of(word));
    {
        Parameters parameters = step.parameters(profile);
        write_request(step, parameters, word);
        const std::string_view prefix = word == "calculated" ? "CalculatedAttributes." : "";
        write_word_list(step, parameters, "ProfileResponseData", step.option("read"), "read", prefix);
    }
    step.reads(profile, word == "calculated" ? "customer.CalculatedAttributes" : "customer", step.option("read"));
    step.leads_to(profile, step.next());
    const auto branch = [&](std::string_view error, std::string_view option) {
        step.error_branch(profile, error, step.target(option, failure));
    };
    if (word == "get") branch("MultipleFoundError", "several_found");
    if (word == "get" || word == "object" || word == "calculated") branch("NoneFoundError", "none_found");
    step.error_branch(profile, "NoMatchingError", failure);
}

static constexpr ActionType types[] = {ActionType::GetCustomerProfile,
                                       ActionType::GetCustomerProfileObject,
                                       ActionType::GetCalculatedAttributesForCustomerProfile,
                                       ActionType::CreateCustomerProfile,
                                       ActionType::UpdateCustomerProfile,
                                       ActionType::AssociateContactToCustomerProfile};
static constexpr std::string_view matches[] = {"and", "or"};
static constexpr OptionInfo options[] = {
    {.name = "by",
     .kind = OptionKind::any,
     .default_value = "{customer.ProfileId}",
     .summary = "get: what to look for, search keys and texts, at most five; else the id of the profile"},
    {.name = "match",
     .kind = OptionKind::word,
     .default_value = "and",
     .summary = "get: whether all search keys must fit, or one",
     .words = matches},
    {.name = "type", .kind = OptionKind::text, .summary = "object: what kind of object, such as `_asset` or `_order`"},
    {.name = "where",
     .kind = OptionKind::map,
     .summary = "object: one key and a text that find it; without it the latest"},
    {.name = "data", .kind = OptionKind::map, .summary = "create, update: the profile's fields and their texts"},
    {.name = "read", .kind = OptionKind::list, .summary = "the fields that later texts may read as `{customer.field}`"},
    {.name = "contact_id",
     .kind = OptionKind::text,
     .default_value = "{contact_id}",
     .summary = "link: the contact that is tied to the profile"},
    {.name = "none_found",
     .kind = OptionKind::target,
     .default_value = "on_error",
     .summary = "get, object, calculated: where the contact goes when there is none"},
    {.name = "several_found",
     .kind = OptionKind::target,
     .default_value = "on_error",
     .summary = "get: where the contact goes when there are several"},
};

extern const VerbInfo verb_profile;
const VerbInfo verb_profile{
    .name = "profile",
    .section = "Integrate",
    .summary =
        "finds, reads, creates, changes or ties to the contact a customer's profile: `get`, `object`, "
        "`calculated`, `create`, `update`, `link`",
    .value = OptionKind::word,
    .options = options,
    .types = types,
    .example = "{profile: get, by: {_phone: \"{caller}\"}, read: [FirstName]}",
    .lower = lower,
};

}  // namespace flowc::dsl
