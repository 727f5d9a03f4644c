#include "tests/oracle/json_oracle.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <nlohmann/json.hpp>
#include <vector>

#include "source/utf8.hpp"
#include "syntax/json_fault.hpp"

namespace flowc::oracle {

namespace {

using Json = nlohmann::json;

/// What stands in a text, in order: brackets, keys, values. A number is its text.
struct Events : nlohmann::json_sax<Json> {
    explicit Events(std::string_view text) { Json::sax_parse(text, this); }

    std::vector<std::string> seen;
    int error = 0;

    bool add(std::string event) {
        seen.push_back(std::move(event));
        return true;
    }
    bool null() override { return add("null"); }
    bool boolean(bool value) override { return add(value ? "true" : "false"); }
    bool number_integer(std::int64_t value) override { return add("number " + std::to_string(value)); }
    bool number_unsigned(std::uint64_t value) override { return add("number " + std::to_string(value)); }
    bool number_float(double, const std::string& written) override { return add("number " + written); }
    bool string(std::string& value) override { return add("string " + value); }
    bool binary(Json::binary_t&) override { return false; }
    bool start_object(std::size_t) override { return add("{"); }
    bool key(std::string& name) override { return add("key " + name); }
    bool end_object() override { return add("}"); }
    bool start_array(std::size_t) override { return add("["); }
    bool end_array() override { return add("]"); }
    bool parse_error(std::size_t, const std::string&, const Json::exception& found) override {
        error = found.id;
        return false;
    }
};

/// As nlohmann gives a number that a whole number of 64 bits holds.
std::string number(std::string_view written) {
    std::int64_t value = 0;
    const auto [end, failure] = std::from_chars(written.data(), written.data() + written.size(), value);
    if (failure == std::errc{} && end == written.data() + written.size()) return std::to_string(value);
    return std::string(written);
}

void add_events(Node node, std::vector<std::string>& events) {
    switch (node.kind()) {
        case NodeKind::mapping:
            events.emplace_back("{");
            for (const auto [key, value] : node.entries()) {
                events.push_back("key " + std::string(key.text()));
                add_events(value, events);
            }
            events.emplace_back("}");
            break;
        case NodeKind::sequence:
            events.emplace_back("[");
            for (const Node item : node.items()) add_events(item, events);
            events.emplace_back("]");
            break;
        case NodeKind::string: events.push_back("string " + std::string(node.text())); break;
        case NodeKind::number: events.push_back("number " + number(node.text())); break;
        default: events.emplace_back(node.text()); break;
    }
}

/// One reader takes the text and the other does not: whether that is listed.
std::string not_listed(const Diagnostics& found, int error) {
    const Json& list = differences();
    const auto lists_error = [&](const Json& one) { return one.contains("error") && one["error"] == error; };
    if (error != 0 && std::any_of(list.begin(), list.end(), lists_error)) return {};
    if (error != 0) return "only flowc accepts it; nlohmann's error is " + std::to_string(error);
    for (const Diagnostic& one : found.items()) {
        if (one.severity != Severity::error) continue;
        const auto explained = [&](const Json& difference) { return explains(difference, one); };
        if (std::none_of(list.begin(), list.end(), explained)) return "only flowc refuses it: " + one.message;
    }
    return {};
}

/// What is malformed must have a fault that can be pointed at.
bool fault_is_found(std::string_view text, int error) {
    constexpr int number_out_of_range = 406;
    if (utf8::first_invalid(text) != std::string_view::npos || text.find('\0') != std::string_view::npos ||
        error == number_out_of_range)
        return true;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    return !json::find_fault(text, text.size()) == (error == 0);
}

}  // namespace

const Json& differences() {
    static const Json list = Json::parse(std::ifstream(FLOWC_SOURCE_DIR "/tests/oracle/json_differences.json"));
    return list;
}

bool explains(const Json& difference, const Diagnostic& found) {
    return difference.contains("rule") && found.rule->id == difference["rule"].get_ref<const std::string&>() &&
           found.message.find(difference["message"].get_ref<const std::string&>()) != std::string::npos;
}

int nlohmann_error(std::string_view text) { return Events(text).error; }

std::string disagreement(std::string_view text, const SyntaxTree& tree, const Diagnostics& found) {
    const Events expected(text);
    const bool accepted = expected.error == 0;
    if (found.has_errors() == accepted) {
        if (std::string fault = not_listed(found, expected.error); !fault.empty()) return fault;
    }
    if (accepted && !tree.empty()) {
        std::vector<std::string> events;
        add_events(tree.node(tree.roots().front()), events);
        if (events != expected.seen) return "nlohmann reads something else in it";
    }
    return fault_is_found(text, expected.error)
               ? ""
               : "the search for a fault finds one where none is, or none where one is";
}

}  // namespace flowc::oracle
