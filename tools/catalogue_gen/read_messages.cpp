#include "read_messages.hpp"

#include <filesystem>
#include <set>

#include "each.hpp"
#include "load_json.hpp"
#include "vocabulary.hpp"

namespace catalogue_gen {

namespace {

/// What stands in braces is a name that the reader of messages knows, and nothing is found by an empty beginning.
void check_text(const std::string& text, const Place& place) {
    static const std::set<std::string, std::less<>> names{"path", "error", "type"};
    if (text.find('{') < 10) place.complain("a message begins with words of its own");
    for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
        const std::size_t close = text.find('}', open);
        const std::string name = close == std::string::npos ? "" : text.substr(open + 1, close - open - 1);
        if (names.count(name) == 0) place.complain("`{" + name + "}` is none of `{path}`, `{error}` and `{type}`");
    }
}

Message read_message(const Json& value, const Place& place) {
    Fields fields(value, place);
    Message message;
    message.text = fields.needed_text("text");
    check_text(message.text, place.at("text"));
    message.cause = fields.needed_text("cause");
    message.fix = fields.needed_text("fix");
    message.names = fields.word("names", message_names_words(), "neither");
    message.rules = fields.texts("rules");
    message.complete = fields.flag("complete");
    message.parameters = fields.texts("parameters");
    message.action = fields.text("action");
    message.flow_type = fields.word("flow_type", flow_type_words(), "unknown");
    message.evidence = fields.needed_word("evidence", evidence_words());
    fields.need("sources");
    message.sources = fields.texts("sources");
    if (message.sources.empty()) place.at("sources").complain("a message says where it was seen");
    return message;
}

}  // namespace

std::vector<Message> read_messages(const std::string& folder, Problems& problems) {
    const Place place{&problems, "messages.json", ""};
    const auto json = load_json((std::filesystem::path(folder) / "messages.json").string(), place);
    if (!json) return {};
    Fields fields(*json, place);
    return each<Message>(fields.need("messages"), place.at("messages"), read_message);
}

}  // namespace catalogue_gen
