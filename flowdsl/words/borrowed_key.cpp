#include "flowdsl/words/borrowed_key.hpp"

#include <algorithm>

#include "diagnostics/suggest.hpp"
#include "source/ascii.hpp"

namespace flowc::dsl {

namespace {

struct BorrowedKey {
    std::string_view key;
    std::string_view words;  ///< with a blank between two
};

/// What a key is called by people who know the console of Amazon Connect and its flow JSON, Twilio, Asterisk, Dialogflow,
/// VoiceXML or a programming language. Where a word can be several keys, the first that is known in its place is meant.
constexpr BorrowedKey borrowed_keys[] = {
    // menus and questions
    {"for", "label text message name title caption description phrase option speak words display"},
    {"then",
     "goto go_to next target destination transition next_action next_step next_block leads_to jump do action steps "
     "redirect run handler on_match"},
    {"set", "attributes set_attributes contact_attributes assign variables"},
    {"options",
     "choices keys buttons items entries selections dtmf on_key on_press on_digit cases conditions branches"},
    {"intents", "options choices cases on_intent"},
    {"prompt", "message text question prompt_text say_text greeting speak"},
    {"intro", "greeting introduction header welcome opening"},
    {"timeout",
     "wait time_limit input_time_limit_seconds seconds initial_timeout first_digit_timeout timeout_seconds timeout_ms"},
    {"between", "inter_digit_timeout interdigit_timeout inter_digit_time_limit_seconds digit_timeout"},
    {"tries", "retries retry attempts max_retries max_tries max_attempts loops loop_count count repeats times"},
    {"invalid", "no_match on_no_match error_message wrong wrong_key on_invalid invalid_message otherwise default"},
    {"silent", "no_input on_no_input on_timeout timeout_message on_silence silence on_empty"},
    {"give_up", "on_give_up fallback failure on_failure max_retries_exceeded finally exhausted else"},
    {"max", "max_digits num_digits length digits maximum maximum_digits"},
    {"terminator", "finish_on_key finish_key end_key terminating_keypress end_on"},
    {"cancel", "cancel_key disable_cancel_key"},
    {"into", "save_to store store_in store_as attribute variable save as result"},
    {"encrypt", "encryption encrypt_with encrypt_entry input_encryption"},
    // decisions
    {"cases", "when conditions options choices values if matches branches"},
    {"else", "default otherwise no_match on_no_match fallback other no_matching_condition"},
    {"closed", "out_of_hours after_hours on_closed is_closed false else"},
    {"open", "in_hours is_open on_open true then else"},
    {"each", "body do steps then continue_looping"},
    {"done", "after finally complete completed finished done_looping break"},
    {"over", "on_timeout time_expired expired then timeout after"},
    {"returned", "customer_returned participant_returned on_return"},
    // functions and modules
    {"send", "input inputs payload parameters params arguments args with event body lambda_invocation_attributes"},
    {"returns", "output outputs results response_fields fields"},
    {"save", "store store_as assign into set_attributes attributes"},
    {"response", "response_validation response_type"},
    {"input", "parameters params arguments args with send payload inputs"},
    {"with", "args arguments parameters params values input inputs"},
    // routing
    {"scope", "namespace target"},
    {"delay", "initial_delay initial_call_delay initial_call_delay_seconds start_after"},
    {"attempts", "max_attempts retries tries max_retries maximum_connection_attempts"},
    {"retry_after", "interval retry_delay retry_delay_seconds minimum_time_between_attempts time_between_attempts"},
    {"via", "flow contact_flow creation_flow contact_flow_id"},
    {"of", "queue queue_name queue_id queue_arn working_queue"},
    {"full", "at_capacity queue_full on_full queue_at_capacity over_capacity"},
    {"ring", "timeout dial_timeout ring_time ring_timeout timeout_seconds third_party_connection_time_limit_seconds"},
    {"come_back", "resume continue_flow resume_flow continue_flow_execution resume_after_disconnect"},
    {"keys", "digits send_digits dtmf dial_digits third_party_dtmf_digits"},
    {"caller_id", "from caller_number outbound_caller_id caller_id_number"},
    {"failed", "busy on_busy call_failed connection_failed"},
    {"no_answer", "unanswered on_no_answer connection_time_limit_exceeded"},
    {"queue", "queue_name queue_id queue_arn to_queue"},
    {"agent", "agent_id agent_name user user_id to_agent"},
    {"flow", "contact_flow contact_flow_id flow_id flow_name to_flow name title"},
    {"number", "phone phone_number to tel external third_party_phone_number"},
    // talking
    {"every", "interval interrupt_after interrupt_every interrupt_frequency interrupt_frequency_seconds"},
    {"interrupt", "on_interrupt messages_interrupted"},
    {"play", "audio file recording recorded prompt prompt_id url media uri sound"},
    {"ssml", "markup speak xml"},
    {"name", "voice voice_id tts_voice text_to_speech_voice id"},
    {"engine", "text_to_speech_engine tts_engine"},
    {"style", "text_to_speech_style"},
    // every step
    {"on_error", "on_failure on_fail error errors catch failure rescue no_matching_error error_handler"},
    {"note", "comment description remark"},
    {"id", "identifier name block_id step_id"},
    {"at", "position coordinates"},
    // documents
    {"start", "entry begin main actions body tasks entry_point entry_block script"},
    {"blocks", "states labels sections subflows nodes menus routines functions subroutines contexts flows pages"},
    {"inputs", "input params parameters attributes expects requires"},
    {"hooks", "events event_hooks event_flows triggers on"},
    {"vars", "variables constants let values"},
    {"language", "lang locale language_code"},
    {"voice", "tts speaker tts_voice text_to_speech_voice"},
    {"record", "recording recording_behavior"},
    {"logging", "log logs flow_logging flow_logging_behavior"},
    {"type", "kind flow_type contact_flow_type"},
    {"description", "comment note about summary"},
    {"define", "macro function"},
    {"params", "args arguments parameters inputs with"},
    {"steps", "body do actions tasks"},
    {"include", "import imports require"},
    {"env", "environment environments"},
    {"hours", "hours_of_operation hours_of_operations operating_hours"},
    {"lambda", "function functions lambda_function lambda_functions"},
};

struct Elsewhere {
    std::string_view beside;  ///< a key that is known where the word is meant so
    std::string_view words;
    std::string_view instead;
};

/// What no other key says.
constexpr Elsewhere elsewhere[] = {
    {"to", "press on key digit dtmf", "the key of the telephone stands before the colon, as in `1: {for: …}`"},
    {"then", "queue", "write `then: [{transfer: {queue: …}}]`"},
    {"then", "agent", "write `then: [{transfer: {agent: …}}]`"},
    {"then", "flow", "write `then: [{transfer: {flow: …}}]`"},
    {"then", "number", "write `then: [{transfer: {number: …}}]`"},
    {"connector", "to uui ring",
     "it belongs to the `connector`, as in `connector: {name: …, from: …, to: …, ring: 20s}`"},
};

bool is_one_of(std::string_view words, std::string_view word) {
    while (!words.empty()) {
        const std::string_view one = words.substr(0, words.find(' '));
        if (same_letters(one, word)) return true;
        words.remove_prefix(std::min(one.size() + 1, words.size()));
    }
    return false;
}

}  // namespace

bool same_letters(std::string_view left, std::string_view right) {
    std::size_t i = 0;
    for (const char c : left) {
        if (!is_letter_or_digit(c)) continue;
        while (i < right.size() && !is_letter_or_digit(right[i])) ++i;
        if (i == right.size() || lower_case(right[i++]) != lower_case(c)) return false;
    }
    return std::none_of(right.begin() + static_cast<std::ptrdiff_t>(i), right.end(), is_letter_or_digit);
}

MeantKey meant_key(std::string_view word, std::span<const std::string_view> known) {
    const auto is_known = [&](std::string_view key) {
        return std::find(known.begin(), known.end(), key) != known.end();
    };
    for (const Elsewhere& one : elsewhere)
        if (is_known(one.beside) && is_one_of(one.words, word)) return {{}, one.instead};
    for (const BorrowedKey& one : borrowed_keys)
        if (is_known(one.key) && is_one_of(one.words, word)) return {one.key, {}};
    return {nearest(word, known), {}};
}

}  // namespace flowc::dsl
