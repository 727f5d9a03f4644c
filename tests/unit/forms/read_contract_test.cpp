#include "forms/read_contract.hpp"

#include <gtest/gtest.h>

#include <string>

#include "syntax/read.hpp"

namespace flowc {
namespace {

std::optional<Contract> contract_in(const std::string& body) {
    Sources sources;
    Diagnostics diagnostics;
    const SyntaxTree tree = read_json(sources.file(sources.add("body.json", body)), diagnostics);
    EXPECT_FALSE(tree.roots().empty()) << body;
    return read_contract(tree.node(tree.roots().front()).find("Settings"));
}

std::string with_input(const std::string& schema) { return R"({"Settings": {"input": {"schema": )" + schema + "}}}"; }

TEST(ReadContract, AnObjectAndTheTextOfOneSayTheSame) {
    for (const char* body :
         {R"({"Settings": {"resultData": {"schema": {"type": "object", "properties": {"amount": {"type": "integer"}}}},
                           "transitions": {"results": [{"name": "Found", "description": ""}]}}})",
          R"({"Settings": "{\"resultData\": {\"schema\": {\"properties\": {\"amount\": {\"type\": \"number\"}}}},)"
          R"( \"transitions\": {\"results\": [{\"name\": \"Found\"}]}}"})"}) {
        SCOPED_TRACE(body);
        const auto contract = contract_in(body);
        ASSERT_TRUE(contract);
        EXPECT_TRUE(contract->accepts.empty());
        ASSERT_EQ(contract->produces.size(), 1u);
        EXPECT_EQ(contract->produces.front().name, "amount");
        EXPECT_EQ(contract->produces.front().type, DataType::number);
        ASSERT_EQ(contract->results.size(), 1u);
        EXPECT_EQ(contract->results.front().name, "Found");
    }
}

TEST(ReadContract, EmptySettingsDeclareNothing) {
    const auto contract = contract_in(R"({"Settings": {}})");
    ASSERT_TRUE(contract);
    EXPECT_TRUE(contract->empty());
}

TEST(ReadContract, WhereNobodySaysItNothingIsKnown) {
    EXPECT_FALSE(contract_in(R"({"Name": "M"})"));
    EXPECT_FALSE(contract_in(R"({"Settings": "${Settings}"})"));
    EXPECT_FALSE(contract_in(R"({"Settings": "{\"input\""})"));
    EXPECT_FALSE(contract_in(R"({"Settings": []})"));
}

TEST(ReadContract, WhatSaysMoreThanAContractCanIsLeftAlone) {
    EXPECT_FALSE(contract_in(with_input(R"({"properties": {"order": {"type": "object"}}})")));
    EXPECT_FALSE(contract_in(with_input(R"({"properties": {"a": {"type": "string"}}, "additionalProperties": true})")));
    EXPECT_FALSE(contract_in(with_input(R"({"$ref": "#/order"})")));
    EXPECT_FALSE(contract_in(with_input(R"({"properties": {"<<NAME>>": {"type": "string"}}})")));
    EXPECT_TRUE(contract_in(with_input(R"({"properties": {"a": {"type": "string"}}, "additionalProperties": false})")));
}

}  // namespace
}  // namespace flowc
