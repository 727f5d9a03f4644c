#include "vocabulary.hpp"

namespace catalogue_gen {
namespace {

/// Words that are spelled as their enumerators are.
Words same(std::initializer_list<std::string_view> words) {
    Words result;
    for (const std::string_view word : words) result.emplace_back(word, word);
    return result;
}

}  // namespace

const Words& evidence_words() {
    static const Words words{{"live", "live"},           {"reference+exports", "reference_and_exports"},
                             {"reference", "reference"}, {"disputed", "disputed"},
                             {"exports", "exports"},     {"third-party", "third_party"},
                             {"name-only", "name_only"}};
    return words;
}

const Words& requirement_words() {
    static const Words words = same({"always", "never", "when"});
    return words;
}

const Words& kind_words() {
    static const Words words{{"text", "text"},
                             {"ssml", "ssml"},
                             {"string", "string"},
                             {"integer", "integer"},
                             {"boolean", "boolean"},
                             {"enum", "enumeration"},
                             {"arn", "arn"},
                             {"id_or_arn", "id_or_arn"},
                             {"uri", "uri"},
                             {"phone_number", "phone_number"},
                             {"object", "object"},
                             {"list", "list"},
                             {"map", "map"},
                             {"json", "json"},
                             {"reference", "reference"}};
    return words;
}

const Words& mode_words() {
    static const Words words{{"unknown", "unknown"},
                             {"static", "fixed"},
                             {"static_or_reference", "fixed_or_reference"},
                             {"reference", "reference"},
                             {"mixed", "mixed"}};
    return words;
}

const Words& json_type_words() {
    static const Words words = same({"string", "number", "boolean", "object", "array"});
    return words;
}

const Words& resource_words() {
    static const Words words{{"queue", "queue"},
                             {"agent", "agent"},
                             {"prompt", "prompt"},
                             {"flow", "flow"},
                             {"module", "module"},
                             {"hours", "hours"},
                             {"lambda", "lambda"},
                             {"lex_alias", "lex_alias"},
                             {"view", "view"},
                             {"phone_number", "phone_number"},
                             {"template", "message_template"},
                             {"knowledge_base", "knowledge_base"},
                             {"assistant", "assistant"},
                             {"data_table", "data_table"},
                             {"user", "user"},
                             {"case_template", "case_template"},
                             {"task_template", "task_template"},
                             {"user_pool", "user_pool"},
                             {"other", "other"}};
    return words;
}

const Words& rule_words() {
    static const Words words{{"exactly_one", "exactly_one"},
                             {"at_least_one", "at_least_one"},
                             {"at_most_one", "at_most_one"},
                             {"all_or_none", "all_or_none"},
                             {"requires", "requires_all"},
                             {"forbids", "forbids"},
                             {"words", "words"},
                             {"unique_in_flow", "unique_in_flow"},
                             {"at_most_together", "at_most_together"},
                             {"at_most_bytes", "at_most_bytes"},
                             {"accepted_by_module", "accepted_by_module"},
                             {"branches_of_module", "branches_of_module"},
                             {"result_of_own_module", "result_of_own_module"},
                             {"produced_by_own_module", "produced_by_own_module"},
                             {"names_flow_of", "names_flow_of"},
                             {"barred_behind", "barred_behind"}};
    return words;
}

const Words& category_words() {
    static const Words words = same({"contact", "participant", "flow_control", "interaction", "campaign"});
    return words;
}

const Words& next_action_words() {
    static const Words words = same({"required", "optional", "forbidden"});
    return words;
}

const Words& lasts_words() {
    static const Words words{{"contact", "contact"},
                             {"contact_but_modules", "contact_but_modules"},
                             {"flow_and_modules", "flow_and_modules"},
                             {"flow", "flow"}};
    return words;
}

const Words& flow_type_words() {
    static const Words words{{"CONTACT_FLOW", "contact_flow"},
                             {"CUSTOMER_QUEUE", "customer_queue"},
                             {"CUSTOMER_HOLD", "customer_hold"},
                             {"CUSTOMER_WHISPER", "customer_whisper"},
                             {"AGENT_HOLD", "agent_hold"},
                             {"AGENT_WHISPER", "agent_whisper"},
                             {"OUTBOUND_WHISPER", "outbound_whisper"},
                             {"AGENT_TRANSFER", "agent_transfer"},
                             {"QUEUE_TRANSFER", "queue_transfer"},
                             {"CAMPAIGN", "campaign"},
                             {"MODULE", "module"}};
    return words;
}

const Words& channel_words() {
    static const Words words = same({"voice", "chat", "task", "email"});
    return words;
}

const Words& channel_use_words() {
    static const Words words = same({"unknown", "yes", "no", "no_effect", "error_branch", "named_branch"});
    return words;
}

const Words& speech_words() {
    static const Words words = same({"none", "voice", "engine", "language"});
    return words;
}

const Words& effect_words() {
    static const Words words = same({"speaks",
                                     "waits_for_input",
                                     "waits_for_time",
                                     "stores_input",
                                     "encrypts_input",
                                     "takes_one_key",
                                     "sets_target_queue",
                                     "sets_callback_number",
                                     "sets_voice",
                                     "sets_language",
                                     "writes_contact_attributes",
                                     "writes_flow_attributes",
                                     "writes_contact_data",
                                     "writes_tags",
                                     "replaces_external",
                                     "replaces_lex",
                                     "replaces_customer",
                                     "replaces_case",
                                     "replaces_view",
                                     "replaces_metrics",
                                     "replaces_module",
                                     "replaces_wisdom",
                                     "replaces_data_table",
                                     "replaces_task",
                                     "sets_event_hook",
                                     "sets_recording",
                                     "sets_logging",
                                     "starts_logging",
                                     "sets_streaming",
                                     "sets_routing",
                                     "leaves_to_queue",
                                     "leaves_to_flow",
                                     "leaves_to_agent",
                                     "leaves_to_third_party",
                                     "calls_module",
                                     "returns_from_module",
                                     "ends_flow",
                                     "disconnects",
                                     "creates_contact",
                                     "sends_message",
                                     "counts_loop",
                                     "random"});
    return words;
}

const Words& message_names_words() {
    static const Words words = same({"neither", "absent", "present"});
    return words;
}

}  // namespace catalogue_gen
