#include "tests/promises/promises.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "flowc/compile.hpp"
#include "tests/golden/golden_case.hpp"

namespace flowc {
namespace {

TEST(Promises, AreKeptForEveryGolden) {
    Environment environment;
    environment.binding = Binding{Binding::Mode::placeholder, "<<{name}>>"};
    CompileOptions options;
    options.environment = &environment;
    for (const golden::Case& one : golden::all_cases()) {
        SCOPED_TRACE(one.input.string());
        const std::string text = golden::read_text(one.input);
        CheckOptions as_checked;
        as_checked.type = one.type;
        EXPECT_EQ(promises::checking(text, as_checked), "");
        if (one.input.native().ends_with(".yaml")) {
            EXPECT_EQ(promises::reading_yaml(text), "");
            EXPECT_EQ(promises::compiling(text, options), "");
        } else {
            EXPECT_EQ(promises::reading_json(text), "");
        }
    }
}

TEST(Promises, AreKeptForEveryLog) {
    std::size_t logs = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(FLOWC_SOURCE_DIR "/tests/cli")) {
        if (entry.path().extension() != ".txt") continue;
        SCOPED_TRACE(entry.path().string());
        EXPECT_EQ(promises::decoding(golden::read_text(entry.path())), "");
        ++logs;
    }
    EXPECT_GT(logs, 5u);
}

/// What a fuzzer has found once.
TEST(Promises, AreKeptForWhatBrokeThem) {
    using namespace std::string_literals;
    EXPECT_EQ(promises::reading_json("2\0\xFF\""s), "") << "no UTF-8, where nlohmann has stopped reading";
    EXPECT_EQ(promises::checking(R"({"Version": "2019-10-30", "StartAction": "a", "Actions": [%{ if x }]})", {}), "")
        << "a template that is not filled in is a warning and no flow";
    EXPECT_EQ(promises::checking(R"({"ContactFlow": {"Arn": "a"}})", {}), "") << "a flow is named and is not there";
    EXPECT_EQ(promises::checking("&AxojrAox-51:", {}), "") << "a document that ends where it begins";
}

/// What stands for a part is written out again in its place, for nobody knows what the part would have been.
TEST(Promises, AreKeptWhereAPlaceholderStandsForAPart) {
    const nlohmann::json whole = nlohmann::json::parse(R"({
        "Version": "2019-10-30", "StartAction": "ask",
        "Actions": [
            {"Identifier": "ask", "Type": "GetParticipantInput",
             "Parameters": {"Text": "press one", "InputTimeLimitSeconds": "5", "StoreInput": "False"},
             "Transitions": {"NextAction": "end",
                             "Conditions": [{"NextAction": "end", "Condition": {"Operator": "Equals", "Operands": ["1"]}}],
                             "Errors": [{"ErrorType": "InputTimeLimitExceeded", "NextAction": "end"},
                                        {"ErrorType": "NoMatchingCondition", "NextAction": "end"},
                                        {"ErrorType": "NoMatchingError", "NextAction": "end"}]}},
            {"Identifier": "end", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]})");
    const std::string ask = "/Actions/0/Transitions";
    for (const std::string& part :
         {std::string("/StartAction"), std::string("/Actions"), std::string("/Actions/0"), std::string("/Actions/1"),
          std::string("/Actions/0/Type"), std::string("/Actions/0/Parameters"), ask, ask + "/NextAction",
          ask + "/Conditions", ask + "/Conditions/0", ask + "/Conditions/0/Condition",
          ask + "/Conditions/0/Condition/Operator", ask + "/Conditions/0/Condition/Operands", ask + "/Errors",
          ask + "/Errors/0", ask + "/Errors/0/ErrorType"}) {
        SCOPED_TRACE(part);
        nlohmann::json flow = whole;
        flow[nlohmann::json::json_pointer(part)] = "${part}";
        Sources sources;
        EXPECT_FALSE(check({"flow.json", flow.dump()}, sources, {}).diagnostics.has_errors())
            << "nothing would be promised";
        EXPECT_EQ(promises::checking(flow.dump(), {}), "");
    }
}

}  // namespace
}  // namespace flowc
