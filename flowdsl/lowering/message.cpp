#include "flowdsl/lowering/message.hpp"

#include <algorithm>

#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/flow_lowering.hpp"
#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/run_time_value.hpp"
#include "flowdsl/words/borrowed_key.hpp"
#include "flowdsl/words/ssml.hpp"
#include "source/ascii.hpp"
#include "speech/ssml.hpp"

namespace flowc::dsl {

std::string escape_ssml(std::string_view words) {
    std::string text;
    for (const char c : words) {
        switch (c) {
            case '&': text += "&amp;"; break;
            case '<': text += "&lt;"; break;
            case '>': text += "&gt;"; break;
            case '"': text += "&quot;"; break;
            case '\'': text += "&apos;"; break;
            default: text += c;
        }
    }
    return text;
}

namespace {

/// Whether one of `keys` stands in the map, well or badly written, or other words for them and nothing else.
bool is_meant(Node map, std::span<const std::string_view> keys) {
    bool all_borrowed = map.size() > 0;
    for (const Entry entry : map.entries()) {
        if (!nearest(entry.key.text(), keys).empty()) return true;
        all_borrowed = all_borrowed && !meant_key(entry.key.text(), keys).key.empty();
    }
    return all_borrowed;
}

}  // namespace

std::optional<std::string_view> StepContext::read_spoken(Node node, std::string_view what) {
    const auto text = read_text(node, what);
    if (!text || !std::all_of(text->begin(), text->end(), is_space)) return text;
    error(rules::bad_value, node.span(),
          "this text has no words, and it is there to be spoken; write some, or `<speak><break time=\"1s\"/></speak>` "
          "for a pause");
    return std::nullopt;
}

Message StepContext::read_message(Node node) {
    Message message;
    message.span = node.span();
    if (node.is_mapping()) {
        static constexpr std::string_view keys[] = {"play", "ssml"};
        if (const Node verb = node.find_key("say"); verb && node.size() == 1) {
            error(rules::bad_value, verb.span(), "a message that is spoken is its text alone; take `say` off");
            return message;
        }
        if (!is_meant(node, keys)) {
            error(rules::bad_value, node.span(), "a message is a text, `{ssml: …}` or `{play: prompt}`");
            return message;
        }
        read_map(node, "message", keys);
        const Node ssml = node.find("ssml");
        const Node play = node.find("play");
        if (ssml && play) {
            error(rules::conflicting_options, play.span(),
                  "a message is either `ssml` or `play`; make two steps of it");
            return message;
        }
        if (ssml) {
            if (const auto text = read_spoken(ssml, "ssml")) {
                message.kind = Message::Kind::ssml;
                message.text = *text;
                message.span = ssml.span();
                if (!is_run_time_value(ssml)) check_ssml(ssml, flow_.sources(), flow_.diagnostics(), Severity::warning);
            }
        } else if (play) {
            return read_prompt(play);
        }
        return message;
    }
    const auto text = read_spoken(node ? node : value(), verb_.name);
    if (!text) return message;
    message.text = *text;
    message.kind = Message::Kind::text;
    if (text->starts_with("<speak")) {
        message.kind = Message::Kind::ssml;
        check_ssml(node ? node : value(), flow_.sources(), flow_.diagnostics(), Severity::error);
    } else if (speech::holds_markup(*text)) {
        warn(rules::ssml, message.span,
             "this is a plain text, since `<speak>` is not its first word, and callers may hear the tags read out; "
             "begin it with `<speak>` and end it with `</speak>`, or write it without tags");
    }
    return message;
}

Message StepContext::read_prompt(Node node) {
    Message message;
    message.span = node.span();
    if (node.is_mapping()) {
        message.kind = Message::Kind::prompt;
        message.prompt = node;
        return message;
    }
    const auto text = read_text(node, "play");
    if (!text) return message;
    if (text->starts_with("s3://")) {
        message.kind = Message::Kind::s3;
        message.text = *text;
    } else {
        message.kind = Message::Kind::prompt;
        message.prompt = node;
    }
    return message;
}

}  // namespace flowc::dsl
