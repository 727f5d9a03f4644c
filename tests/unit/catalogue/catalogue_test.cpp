#include "flowc/catalogue.hpp"
#include "catalogue/reference_row.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace flowc {
namespace {

const ParameterInfo& parameter(std::string_view action, std::string_view name) {
    const ActionInfo* row = find_action(action);
    const ParameterInfo* found = row ? find_parameter(row->parameters, name) : nullptr;
    if (!found) throw std::runtime_error(std::string(action) + "." + std::string(name) + " is not there");
    return *found;
}

const WrongName* find_wrong(std::span<const WrongName> names, std::string_view name) {
    const auto found = std::find_if(names.begin(), names.end(), [&](const WrongName& w) { return w.name == name; });
    return found == names.end() ? nullptr : &*found;
}

TEST(Catalogue, EveryRowIsFoundAtThePositionOfItsType) {
    ASSERT_EQ(actions().size(), static_cast<std::size_t>(ActionType::unknown));
    for (std::size_t i = 0; i < actions().size(); ++i) {
        const ActionInfo& row = actions()[i];
        EXPECT_EQ(static_cast<std::size_t>(row.type), i) << row.name;
        EXPECT_EQ(find_action(row.name), &row);
        EXPECT_EQ(&info(row.type), &row);
        if (i > 0) {
            EXPECT_LT(actions()[i - 1].name, row.name);
        }
    }
}

TEST(Catalogue, HoldsAllKnownTypes) { EXPECT_EQ(actions().size(), 74u); }

std::size_t most_properties(std::span<const ParameterInfo> properties) {
    std::size_t most = properties.size();
    for (const ParameterInfo& one : properties) {
        most = std::max(most, most_properties(one.properties));
        if (one.item) most = std::max(most, most_properties({one.item, 1}));
    }
    return most;
}

TEST(Catalogue, TheNamesOfAnObjectFitAWordOfBits) {
    for (const ActionInfo& row : actions()) EXPECT_LE(most_properties(row.parameters), 64u) << row.name;
}

TEST(Catalogue, NamesAreCaseSensitiveAndWhole) {
    EXPECT_EQ(find_action("untagContact"), nullptr);
    EXPECT_EQ(find_action("UnTagContact"), nullptr);
    EXPECT_EQ(find_action(""), nullptr);
    EXPECT_EQ(find_action("Wai"), nullptr);
    EXPECT_EQ(find_action("Waits"), nullptr);
    EXPECT_EQ(find_action("zzz"), nullptr);
}

TEST(Catalogue, WrongActionNamesAreSortedOnceAndNoTypes) {
    const auto names = wrong_action_names();
    ASSERT_FALSE(names.empty());
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) {
            EXPECT_LT(names[i - 1].name, names[i].name);
        }
        EXPECT_EQ(find_action(names[i].name), nullptr) << names[i].name;
        EXPECT_TRUE(!names[i].instead.empty() || !names[i].note.empty()) << names[i].name;
        EXPECT_TRUE(names[i].instead.empty() || find_action(names[i].instead)) << names[i].name;
    }
}

TEST(Catalogue, WrongActionNamesLeadToTheRightOnes) {
    const std::pair<std::string_view, std::string_view> expected[] = {
        {"UnTagContact", "UntagContact"},
        {"SetContactAttributes", "UpdateContactAttributes"},
        {"PlayPrompt", "MessageParticipant"},
        {"Menu", "GetParticipantInput"},
        {"InvokeLambda", "InvokeLambdaFunction"},
        {"Disconnect", "DisconnectParticipant"},
        {"GetUserInput", "GetParticipantInput"},
        {"SendCommunication", ""},
        {"UpdateRoutingCriteria", "UpdateContactRoutingCriteria"},
    };
    for (const auto& [name, instead] : expected) {
        const WrongName* found = find_wrong(wrong_action_names(), name);
        ASSERT_NE(found, nullptr) << name;
        EXPECT_EQ(found->instead, instead) << name;
    }
    ASSERT_NE(find_wrong(wrong_action_names(), "Start"), nullptr);
    EXPECT_TRUE(find_wrong(wrong_action_names(), "Start")->instead.empty());
}

TEST(Catalogue, FlowTypesAreNamedBothWays) {
    EXPECT_EQ(flow_types().size(), 11u);
    for (const FlowTypeInfo& row : flow_types()) {
        EXPECT_EQ(flow_type_from_api(row.api), row.type);
        EXPECT_EQ(flow_type_from_dsl(row.dsl), row.type);
        EXPECT_EQ(info(row.type).api, row.api);
    }
    EXPECT_EQ(flow_type_from_api("inbound"), std::nullopt);
    EXPECT_EQ(flow_type_from_dsl(""), std::nullopt);
    EXPECT_EQ(info(FlowType::contact_flow).console, "contactFlow");
    EXPECT_EQ(info(FlowType::campaign).console, "");
}

TEST(Catalogue, ResourceKindsRoundTrip) {
    for (int i = 1; i <= static_cast<int>(ResourceKind::other); ++i) {
        const auto kind = static_cast<ResourceKind>(i);
        EXPECT_EQ(resource_kind(to_string(kind)), kind) << to_string(kind);
    }
    EXPECT_EQ(to_string(ResourceKind::message_template), "template");
    EXPECT_EQ(resource_kind("none"), std::nullopt);
    EXPECT_EQ(resource_kind("fax"), std::nullopt);
}

TEST(Catalogue, ParametersCarryTheirFacts) {
    const ParameterInfo& limit = parameter("Wait", "TimeLimitSeconds");
    EXPECT_EQ(limit.kind, ParameterKind::integer);
    EXPECT_EQ(limit.required, Requirement::always);
    EXPECT_EQ(limit.mode, ValueMode::fixed_or_reference);
    EXPECT_EQ(limit.json_type, JsonType::string);
    EXPECT_EQ(limit.evidence, Evidence::live);
    ASSERT_EQ(limit.ranges.size(), 1u);
    EXPECT_EQ(limit.ranges[0].min, 1);
    EXPECT_EQ(limit.ranges[0].max, 604800);
    EXPECT_TRUE(limit.ranges[0].when.empty());

    const ParameterInfo& hooks = parameter("UpdateContactEventHooks", "EventHooks");
    ASSERT_NE(hooks.item, nullptr);
    EXPECT_EQ(hooks.item->resource, ResourceKind::flow);
    ASSERT_NE(hooks.key_matches, nullptr);
    EXPECT_TRUE(hooks.key_matches("CustomerQueue"));
    EXPECT_FALSE(hooks.key_matches("CustomerQueues"));
    EXPECT_FALSE(hooks.key_matches(""));
}

TEST(Catalogue, RangesDependOnOtherParameters) {
    const auto ranges = parameter("InvokeLambdaFunction", "InvocationTimeLimitSeconds").ranges;
    const auto found = std::find_if(ranges.begin(), ranges.end(), [](const Range& range) {
        return range.when.size() == 1 && range.when[0].value == "ASYNCHRONOUS";
    });
    ASSERT_NE(found, ranges.end());
    EXPECT_EQ(found->max, 60.0);
    EXPECT_EQ(found->when[0].path, "InvocationType");
    EXPECT_EQ(found->when[0].op, Term::Op::equals);
}

TEST(Catalogue, WrongParameterNamesSayWhatToWrite) {
    const WrongName* timeout = find_wrong(find_action("Wait")->wrong_parameters, "TimeoutSeconds");
    ASSERT_NE(timeout, nullptr);
    EXPECT_EQ(timeout->instead, "TimeLimitSeconds");
    const WrongName* queue = find_wrong(find_action("TransferContactToQueue")->wrong_parameters, "QueueId");
    ASSERT_NE(queue, nullptr);
    EXPECT_TRUE(queue->instead.empty());
    EXPECT_FALSE(queue->note.empty());
}

TEST(Catalogue, ConditionSetsFollowAnOption) {
    const ConditionsInfo& conditions = find_action("CheckMetricData")->conditions;
    EXPECT_EQ(conditions.allowed, ConditionsInfo::Allowed::always);
    ASSERT_GT(conditions.sets.size(), 1u);
    EXPECT_TRUE(conditions.sets[0].when.empty());
    const ConditionSet& agents = conditions.sets[1];
    ASSERT_EQ(agents.exactly.size(), 1u);
    EXPECT_EQ(agents.exactly[0], "0");
    ASSERT_EQ(agents.operators.size(), 1u);
    EXPECT_EQ(agents.operators[0], "NumberGreaterThan");
}

TEST(Catalogue, EverySetIsNarrowedFromOneThatHoldsAlways) {
    for (const ActionInfo& row : actions()) {
        const bool allowed = row.conditions.allowed != ConditionsInfo::Allowed::never;
        EXPECT_EQ(allowed, !row.conditions.sets.empty()) << row.name;
        if (allowed) {
            EXPECT_TRUE(row.conditions.sets[0].when.empty()) << row.name;
        }
    }
}

TEST(Catalogue, TypesWithoutPublishedKeysAreFree) {
    std::set<std::string_view> free;
    for (const ActionInfo& row : actions()) {
        if (row.free_parameters) free.insert(row.name);
    }
    EXPECT_EQ(free,
              (std::set<std::string_view>{"Loop", "PutDialRequest", "PutLambdaInvokeRequest", "RouteContactToAgent"}));
    const ParameterInfo& count = parameter("Loop", "LoopCount");
    EXPECT_EQ(count.required, Requirement::when);
    EXPECT_TRUE(count.when.empty());
    EXPECT_FALSE(count.when_text.empty());
}

TEST(Catalogue, PatternsMatchWholeValues) {
    const ParameterInfo& digits = parameter("TransferParticipantToThirdParty", "ThirdPartyDTMFDigits");
    ASSERT_NE(digits.matches, nullptr);
    EXPECT_TRUE(digits.matches("12,,#*"));
    EXPECT_FALSE(digits.matches(""));
    EXPECT_FALSE(digits.matches("12a"));
    EXPECT_TRUE(digits.matches(std::string(50, '7')));
    EXPECT_FALSE(digits.matches(std::string(51, '7')));

    const ConditionsInfo& percent = find_action("DistributeByPercentage")->conditions;
    ASSERT_NE(percent.operand_matches, nullptr);
    EXPECT_TRUE(percent.rising);
    for (const char* good : {"1", "9", "10", "99", "100"}) EXPECT_TRUE(percent.operand_matches(good)) << good;
    for (const char* bad : {"0", "01", "101", "", "5%"}) EXPECT_FALSE(percent.operand_matches(bad)) << bad;
}

TEST(Catalogue, PatternsTakeUtf8Characters) {
    const ParameterInfo& attributes = parameter("UpdateFlowAttributes", "FlowAttributes");
    ASSERT_NE(attributes.key_matches, nullptr);
    EXPECT_TRUE(attributes.key_matches("größe"));
    EXPECT_TRUE(attributes.key_matches("😀"));
    EXPECT_FALSE(attributes.key_matches("a.b"));
    EXPECT_FALSE(attributes.key_matches("$x"));
    EXPECT_FALSE(attributes.key_matches("\xC3"));
}

TEST(Catalogue, FlowTypesEffectsAndChannels) {
    const ActionInfo& message = *find_action("MessageParticipant");
    EXPECT_TRUE(message.has(Effect::speaks));
    EXPECT_FALSE(message.has(Effect::disconnects));
    EXPECT_TRUE(message.reference_types.known);
    EXPECT_TRUE(message.reference_types.contains(FlowType::contact_flow));
    EXPECT_FALSE(message.reference_types.contains(FlowType::customer_hold));
    EXPECT_FALSE(find_action("CheckVoiceId")->reference_types.known);
    EXPECT_EQ(find_action("CheckVoiceId")->on(Channel::chat), ChannelUse::error_branch);
    EXPECT_EQ(find_action("DisconnectParticipant")->refused_types.size(), 5u);
    EXPECT_EQ(find_action("DisconnectParticipant")->next_action, NextAction::forbidden);
}

TEST(References, AreLimitedWhereTheirNamesAreKnown) {
    ASSERT_FALSE(reference_limits().empty());
    for (const ReferenceLimit& limit : reference_limits()) {
        const std::size_t dot = limit.path.find('.');
        EXPECT_TRUE(has_key(*find_reference_row({}), limit.path.substr(0, dot))) << limit.path;
        if (dot == std::string_view::npos) continue;
        const ReferenceRow* row = find_reference_row(limit.path.substr(0, dot));
        ASSERT_TRUE(row) << limit.path;
        EXPECT_TRUE(has_key(*row, limit.path.substr(dot + 1))) << limit.path;
    }
}

}  // namespace
}  // namespace flowc
