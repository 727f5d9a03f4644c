#include "flowdsl/words/reference.hpp"

#include "ir/reference.hpp"
#include "source/ascii.hpp"

namespace flowc::dsl {

namespace {

constexpr SystemWord known_words[] = {
    {"caller", "$.CustomerEndpoint.Address"},
    {"dialed", "$.SystemEndpoint.Address"},
    {"channel", "$.Channel"},
    {"queue", "$.Queue.Name"},
    {"queue_arn", "$.Queue.ARN"},
    {"input", "$.StoredCustomerInput"},
    {"intent", "$.Lex.IntentName"},
    {"language", "$.LanguageCode"},
    {"contact_id", "$.ContactId"},
    {"initial_contact_id", "$.InitialContactId"},
    {"previous_contact_id", "$.PreviousContactId"},
    {"initiation", "$.InitiationMethod"},
    {"customer_id", "$.CustomerId"},
    {"instance_arn", "$.InstanceARN"},
    {"region", "$.AwsRegion"},
    {"view_action", "$.Views.Action"},
    {"module_result", "$.Modules.Result"},
    {"invocation_id", "$.LambdaInvocation.InvocationId"},
};

constexpr NameSpace spaces[] = {
    {"attributes", "$.Attributes"},
    {"flow", "$.FlowAttributes"},
    {"external", "$.External"},
    {"accepts", "$.Modules.Input"},
    {"module", "$.Modules.ResultData"},
    {"lex", "$.Lex"},
    {"customer", "$.Customer"},
    {"case", "$.Case"},
    {"view", "$.Views.ViewResultData"},
    {"metrics", "$.Metrics"},
    {"agent", "$.Agent"},
    {"assistant", "$.Wisdom"},
    {"loop", "$.Loop"},
    {"tags", "$.Tags"},
    {"segment", "$.SegmentAttributes"},
    {"table", "$.DataTables"},
    {"sip", "$.Media.Sip.Headers"},
    {"stream", "$.MediaStreams"},
};

bool continues_path(char c) {
    return is_name_character(c) || c == '.' || c == '[' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_word(std::string_view name) {
    for (const char c : name)
        if (!is_name_character(c)) return false;
    return !name.empty();
}

std::string bracketed(std::string_view name) {
    std::string text = "['";
    for (const char c : name) {
        if (c == '\'') text += '\\';
        text += c;
    }
    return text + "']";
}

}  // namespace

std::span<const SystemWord> system_words() { return known_words; }
std::span<const NameSpace> namespaces() { return spaces; }

const SystemWord* find_system_word(std::string_view word) {
    for (const SystemWord& known : known_words)
        if (known.word == word) return &known;
    return nullptr;
}

const NameSpace* find_namespace(std::string_view prefix) {
    for (const NameSpace& known : spaces)
        if (known.prefix == prefix) return &known;
    return nullptr;
}

std::string native_path(std::string_view root, std::string_view name, char following) {
    std::string path{root};
    const std::size_t dot = name.rfind('.');
    if (dot != std::string_view::npos && dot > 0 && dot + 1 < name.size())
        return native_path(native_path(root, name.substr(0, dot), '\0'), name.substr(dot + 1), following);
    if (is_word(name) && !continues_path(following)) return path.append(".").append(name);
    return path + bracketed(name);
}

std::string named_path(std::string_view root, std::string_view name) {
    return std::string{root} + (is_word(name) ? "." + std::string{name} : bracketed(name));
}

std::string native_path(std::string_view path, char following) {
    if (!continues_path(following) || path.ends_with(']')) return std::string{path};
    const std::size_t dot = path.rfind('.');
    return std::string{path.substr(0, dot)} + bracketed(path.substr(dot + 1));
}

bool is_path(std::string_view text) { return references_in(text) == References::whole; }

bool is_plain_name(std::string_view name) {
    for (const char c : name)
        if (c == '{' || c == '}' || c == '$' || c == ' ' || c == '\n') return false;
    return !name.empty();
}

}  // namespace flowc::dsl
