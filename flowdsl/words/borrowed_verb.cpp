#include "flowdsl/words/borrowed_verb.hpp"

#include "flowdsl/words/borrowed_key.hpp"

namespace flowc::dsl {

namespace {

struct BorrowedVerb {
    std::string_view word;
    std::string_view instead;
};

constexpr std::string_view block_alone = "to go on in a block, write the block's name alone as a step";
constexpr std::string_view branch = "write `branch`, with `cases` below it";
constexpr std::string_view own_document = "it is a document of its own; set it off from the flow with `---`";
constexpr std::string_view question = "write `menu` for one key, and `ask` for digits";
constexpr std::string_view to_queue = "write `transfer: {queue: …}`";
constexpr std::string_view words = "write `say` for a text, and `play` for a recording";

constexpr BorrowedVerb borrowed_verbs[] = {
    {"goto", block_alone},
    {"go_to", block_alone},
    {"jump", block_alone},
    {"redirect", block_alone},
    {"if", branch},
    {"switch", branch},
    {"when", branch},
    {"gotoif", branch},
    {"check_attributes", branch},
    {"check_contact_attributes", branch},
    {"include", own_document},
    {"define", own_document},
    {"defaults", own_document},
    {"disconnect", "write `hangup`"},
    {"hang_up", "write `hangup`"},
    {"stop", "write `hangup`, or `end` for a flow that is over while the contact goes on"},
    {"speak", "write `say`"},
    {"text", "write `say`"},
    {"message", words},
    {"play_prompt", words},
    {"playback", "write `play`"},
    {"background", question},
    {"gather", question},
    {"get_digits", question},
    {"get_customer_input", question},
    {"store_customer_input", "write `ask`"},
    {"ivr", question},
    {"pause", "write `say: <speak><break time=\"2s\"/></speak>`, or in a chat `wait`"},
    {"sleep", "write `say: <speak><break time=\"2s\"/></speak>`, or in a chat `wait`"},
    {"enqueue", to_queue},
    {"transfer_to_queue", to_queue},
    {"set_working_queue", "write `queue`"},
    {"set_queue", "write `queue`"},
    {"transfer_to_flow", "write `transfer: {flow: …}`"},
    {"transfer_to_agent", "write `transfer: {agent: …}`"},
    {"transfer_to_phone_number", "write `transfer: {number: …}`"},
    {"forward", "write `transfer: {number: …}`"},
    {"check_hours", "write `hours`"},
    {"check_hours_of_operation", "write `hours`"},
    {"open_hours", "write `hours`"},
    {"set_attributes", "write `set`"},
    {"set_contact_attributes", "write `set`"},
    {"assign", "write `set`"},
    {"let", "write `set`"},
    {"invoke_lambda", "write `lambda`"},
    {"function", "write `lambda`"},
    {"webhook", "write `lambda`"},
    {"http", "write `lambda`"},
    {"invoke_module", "write `invoke`"},
    {"module", "write `invoke`"},
    {"lex", "write `bot`"},
    {"set_voice", "write `voice`"},
    {"set_language", "write `language`"},
    {"set_recording", "write `record`"},
    {"record_call", "write `record`"},
    {"for_each", "write `loop`, with `each` and `done`"},
    {"while", "write `loop`, with `each` and `done`"},
};

}  // namespace

std::string_view instead_of_borrowed_verb(std::string_view word) {
    for (const BorrowedVerb& one : borrowed_verbs)
        if (same_letters(one.word, word)) return one.instead;
    return {};
}

}  // namespace flowc::dsl
