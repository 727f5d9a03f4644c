#include <gtest/gtest.h>

#include "flowc/emit.hpp"
#include "tests/unit/flowdsl/compiled.hpp"

namespace flowc {
namespace {

constexpr std::string_view balance = R"(module: Balance
accepts: {Account: text, Limit: number, Loud: boolean}
produces: {Amount: number, Text: text}
results: [Found, NotFound]
start:
  - say: Looking for {Account}.
  - return: Found
    data: {Amount: 12.50, Text: 7}
)";

TEST(Contract, WritesValuesInTheirDeclaredType) {
    const Compiled compiled(std::string{balance} + R"(---
flow: A
on_error: hangup
start:
  - invoke: Balance
    input: {Account: 1234, Limit: 5, Loud: yes}
  - hangup
)");
    ASSERT_EQ(compiled.messages(), "");
    const Node data = compiled.flow(0).node(compiled.action("start-return-1").parameters).find("ResultData");
    EXPECT_EQ(data.find("Amount").kind(), NodeKind::number);
    EXPECT_EQ(data.find("Amount").text(), "12.50");
    EXPECT_EQ(data.find("Text").kind(), NodeKind::string);
    const Flow& caller = compiled.flow(1);
    const Node input = caller.node(caller.actions.front().parameters).find("Input");
    EXPECT_EQ(input.find("Account").kind(), NodeKind::string) << "declared as text";
    EXPECT_EQ(input.find("Limit").kind(), NodeKind::number);
    EXPECT_EQ(input.find("Loud").kind(), NodeKind::boolean);
    EXPECT_EQ(input.find("Loud").text(), "true");
}

TEST(Contract, StandsInTheSettingsOfTheResource) {
    const Compiled compiled{std::string{balance}};
    ASSERT_EQ(compiled.messages(), "");
    const std::string settings =
        R"("Settings": "{\"input\":{\"schema\":{\"type\":\"object\",\"properties\":{\"Account\":{\"type\":\"string\"},\"Limit\":{\"type\":\"number\"},\"Loud\":{\"type\":\"boolean\"}}}},\"resultData\":{\"schema\":{\"type\":\"object\",\"properties\":{\"Amount\":{\"type\":\"number\"},\"Text\":{\"type\":\"string\"}}}},\"transitions\":{\"results\":[{\"name\":\"Found\",\"description\":\"\"},{\"name\":\"NotFound\",\"description\":\"\"}]}}")";
    EXPECT_NE(emit(compiled.flow(), Target::api).find(settings), std::string::npos)
        << emit(compiled.flow(), Target::api);
    EXPECT_NE(emit(compiled.flow(), Target::wrapper).find(settings), std::string::npos);
    EXPECT_EQ(emit(compiled.flow(), Target::content).find("draft"), std::string::npos);
    EXPECT_EQ(emit(compiled.flow(), Target::content).find("resultData"), std::string::npos)
        << "the content has no place for it";
}

TEST(Contract, OfAModuleWithoutOneIsLeftOut) {
    const Compiled compiled("module: Nothing\nstart: [return]\n");
    ASSERT_EQ(compiled.messages(), "");
    EXPECT_EQ(emit(compiled.flow(), Target::api).find("Settings\": \""), std::string::npos);
}

TEST(Contract, ReadsWhatAModuleIsToldByItsBareName) {
    const Compiled compiled(
        "module: M\naccepts: {Account: text, Code: number}\nstart:\n  - say: \"{Account} {accepts.Code}.\"\n  - "
        "return\n");
    ASSERT_EQ(compiled.messages(), "");
    EXPECT_EQ(compiled.parameter("start-say-1", "Text"), "$.Modules.Input.Account $.Modules.Input['Code'].");
}

TEST(Contract, FollowsTheModuleThatWasInvokedLast) {
    const std::string modules =
        "module: One\nproduces: {A: text}\nstart: [return]\n---\nmodule: Two\nproduces: {B: text}\nstart: "
        "[return]\n---\n";
    const Compiled good(modules + R"(flow: F
on_error: hangup
start:
  - invoke: One
  - say: "{module.A}"
  - invoke: Two
  - say: "{module.B}"
  - invoke: Not of this project
  - say: "{module.C}"
  - hangup
)");
    EXPECT_EQ(good.messages(), "") << "nobody knows what a module of elsewhere produces";
    const Compiled bad(modules + R"(flow: F
on_error: hangup
start:
  - invoke: One
  - invoke: Two
  - say: "{module.A}"
  - hangup
)");
    EXPECT_EQ(bad.messages(), "`Two` produces no `A`; it produces `B`\n");
}

}  // namespace
}  // namespace flowc
