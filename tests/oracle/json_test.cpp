// The reader of JSON takes what nlohmann's takes and reads the same in it, save for what json_differences.json lists.

#include <charconv>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "json_texts.hpp"
#include "source/utf8.hpp"
#include "syntax/json_fault.hpp"
#include "tests/unit/syntax/reading.hpp"

namespace flowc {
namespace {

using namespace oracle;
using Json = nlohmann::json;

const Json& differences() {
    static const Json list = Json::parse(std::ifstream(FLOWC_SOURCE_DIR "/tests/oracle/json_differences.json"));
    return list;
}

/// What stands in a text, in order: brackets, keys, values. A number is its text.
struct Events : nlohmann::json_sax<Json> {
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

/// Whether a difference is about this finding.
bool explains(const Json& difference, const Diagnostic& found) {
    return difference.contains("rule") && found.rule->id == difference["rule"].get_ref<const std::string&>() &&
           found.message.find(difference["message"].get_ref<const std::string&>()) != std::string::npos;
}

class JsonOracle : public testing::Test {
  protected:
    void compare(const std::string& text) {
        const Reading read = from_json(text);
        const bool accepted = Json::accept(text);
        Events expected;
        Json::sax_parse(text, &expected);
        if (read.diagnostics.has_errors() == accepted) expect_listed(text, read, accepted, expected.error);
        if (accepted && !read.tree.empty()) {
            std::vector<std::string> events;
            add_events(read.root(), events);
            EXPECT_EQ(events, expected.seen) << text;
        }
        // What is malformed must have a fault that can be pointed at.
        if (utf8::first_invalid(text) == std::string_view::npos && text.find('\0') == std::string::npos &&
            expected.error != 406) {
            std::string_view rest = text;
            if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
            EXPECT_EQ(!json::find_fault(rest, rest.size()), accepted) << text;
        }
        read.expect_sound();
        (accepted ? accepted_ : refused_)++;
        ASSERT_FALSE(HasFailure()) << text;
    }

    template <typename Make>
    void compare_many(unsigned seed, int count, Make make) {
        Random random(seed);
        for (int i = 0; i < count && !HasFatalFailure(); ++i) compare(make(random));
    }

    /// A generator that makes only one kind of text shows nothing.
    void expect_both_kinds() const {
        EXPECT_GT(accepted_, 100);
        EXPECT_GT(refused_, 100);
    }

  private:
    static void expect_listed(const std::string& text, const Reading& read, bool accepted, int error) {
        for (const Json& one : differences()) {
            if (!accepted && one.contains("error") && one["error"] == error) return;
        }
        ASSERT_TRUE(accepted) << "only flowc accepts " << text;
        for (const Diagnostic& found : read.diagnostics.items()) {
            if (found.severity != Severity::error) continue;
            const bool listed = std::any_of(differences().begin(), differences().end(),
                                            [&](const Json& one) { return explains(one, found); });
            ASSERT_TRUE(listed) << "only flowc refuses " << text << '\n' << read.first();
        }
    }

    int accepted_ = 0;
    int refused_ = 0;
};

TEST_F(JsonOracle, DiffersAsListed) {
    for (const Json& one : differences()) {
        std::string text;
        for (const Json& piece : one["example"])
            for (int times = piece[1]; times > 0; --times) text += piece[0];
        const std::string what = one["what"];
        const Reading read = from_json(text);
        EXPECT_EQ(read.diagnostics.has_errors(), one["flowc"] == "refuses") << what << '\n' << read.first();
        EXPECT_EQ(Json::accept(text), one["nlohmann"] == "accepts") << what;
        EXPECT_FALSE(one["reason"].get<std::string>().empty()) << what;
        if (one.contains("rule")) {
            ASSERT_EQ(read.diagnostics.items().size(), 1u) << what;
            EXPECT_TRUE(explains(one, read.diagnostics.items()[0])) << what << '\n' << read.first();
        } else {
            Events events;
            Json::sax_parse(text, &events);
            EXPECT_EQ(events.error, one["error"]) << what;
        }
    }
}

TEST_F(JsonOracle, AgreesOnRandomPieces) { compare_many(1, 20000, random_pieces); }

TEST_F(JsonOracle, AgreesOnRandomValues) {
    compare_many(2, 10000, [](Random& random) { return random_value(random, 4); });
    expect_both_kinds();
}

TEST_F(JsonOracle, AgreesOnNumbers) {
    compare_many(3, 10000, [](Random& random) {
        const std::string text = random_number(random);
        switch (random() % 4) {
            case 0: return "[" + text + "]";
            case 1: return "{\"a\":" + text + " , \"b\" : " + random_number(random) + "}";
            case 2: return text + " ";
            default: return text;
        }
    });
    expect_both_kinds();
}

TEST_F(JsonOracle, AgreesOnStrings) {
    compare_many(4, 20000, [](Random& random) {
        const std::string text = random_string(random);
        return random() % 3 == 0 ? text
               : random() % 2    ? "[" + text + "]"
                                 : "{" + text + ":" + random_string(random) + "}";
    });
    expect_both_kinds();
}

TEST_F(JsonOracle, AgreesAcrossTheEdgesOfBlocks) { compare_many(5, 3000, random_edges); }

TEST_F(JsonOracle, AgreesOnEveryPairOfBytesInAString) {
    std::string text = "[\"ab\"]";
    for (int first = 0; first < 256 && !HasFatalFailure(); ++first) {
        // Behind one byte of ASCII all that may follow is known from the others.
        for (int second = 0; second < (first < 0x80 && first != '\\' ? 1 : 256) && !HasFatalFailure(); ++second) {
            text[2] = static_cast<char>(first);
            text[3] = static_cast<char>(second);
            compare(text);
        }
    }
}

TEST_F(JsonOracle, AgreesOnEveryByteEverywhere) {
    const std::string text = R"([{"a": -1.5e3, "b\n": [true, null]}, "é", 0])";
    for (std::size_t at = 0; at <= text.size() && !HasFatalFailure(); ++at) {
        compare(text.substr(0, at));
        for (int byte = 0; byte < 256 && !HasFatalFailure(); ++byte)
            compare(text.substr(0, at) + static_cast<char>(byte) + text.substr(at));
    }
}

TEST_F(JsonOracle, AgreesOnDepth) {
    for (const int depth : {1, 126, 127, 128, 129, 130, 1000}) {
        const auto size = static_cast<std::size_t>(depth);
        compare(std::string(size, '[') + std::string(size, ']'));
        compare(std::string(size, '['));
        std::string objects;
        for (int i = 0; i < depth; ++i) objects += "{\"a\":";
        compare(objects + "1" + std::string(size, '}'));
    }
}

TEST_F(JsonOracle, AgreesOnDamagedFlows) {
    std::vector<std::string> flows = json_files("samples", 4000);
    const std::vector<std::string> goldens = json_files("tests/golden", 4000);
    flows.insert(flows.end(), goldens.begin(), goldens.end());
    ASSERT_GT(flows.size(), 100u);
    for (const std::string& text : flows) compare(text);
    compare_many(6, 3000, [&](Random& random) { return damage(flows[random() % flows.size()], random); });
}

TEST_F(JsonOracle, AgreesOnFlowsCutShort) {
    const std::vector<std::string> flows = json_files("samples", 1500);
    ASSERT_FALSE(flows.empty());
    for (std::size_t size = 0; size < flows[0].size() && !HasFatalFailure(); ++size) compare(flows[0].substr(0, size));
}

}  // namespace
}  // namespace flowc
