// The reader of JSON takes what nlohmann's takes and reads the same in it, save for what json_differences.json lists.

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "json_texts.hpp"
#include "tests/oracle/json_oracle.hpp"
#include "tests/promises/promises.hpp"
#include "tests/unit/syntax/reading.hpp"

namespace flowc {
namespace {

using namespace oracle;
using Json = nlohmann::json;

class JsonOracle : public testing::Test {
  protected:
    void compare(const std::string& text) {
        (Json::accept(text) ? accepted_ : refused_)++;
        ASSERT_EQ(promises::reading_json(text), "") << text;
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
            EXPECT_EQ(nlohmann_error(text), one["error"]) << what;
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
