#include "ir/infer_type.hpp"

#include "tests/unit/ir/flow_of.hpp"

namespace flowc {
namespace {

/// What is told of a flow with actions of these types.
FlowType inferred(std::initializer_list<std::string_view> types) {
    std::string json = R"({"Version": "2019-10-30", "StartAction": "a", "Actions": [)";
    for (const std::string_view type : types) {
        if (json.back() != '[') json += ',';
        json.append(R"({"Identifier": "a", "Type": ")").append(type).append(R"("})");
    }
    const test::ReadFlow read(json + "]}");
    return infer_type(read.flow);
}

TEST(InferType, TakesAnActionOfOneTypeForProof) {
    EXPECT_EQ(inferred({"MessageParticipant", "EndFlowModuleExecution"}), FlowType::module);
    EXPECT_EQ(inferred({"Loop", "DequeueContactAndTransferToQueue"}), FlowType::customer_queue);
    EXPECT_EQ(inferred({"CompleteOutboundCall", "EndFlowExecution"}), FlowType::outbound_whisper);
    EXPECT_EQ(inferred({"SendSMS", "Wait"}), FlowType::campaign);
}

TEST(InferType, SaysNothingWhereActionsFitSeveralTypes) {
    EXPECT_EQ(inferred({"MessageParticipant", "DisconnectParticipant"}), FlowType::unknown);
    EXPECT_EQ(inferred({"MessageParticipantIteratively"}), FlowType::unknown);
    EXPECT_EQ(inferred({"NoSuchAction"}), FlowType::unknown);
    EXPECT_EQ(inferred({}), FlowType::unknown);
}

TEST(InferType, SaysNothingWhereActionsContradictEachOther) {
    EXPECT_EQ(inferred({"SendSMS", "DequeueContactAndTransferToQueue"}), FlowType::unknown);
    EXPECT_EQ(inferred({"DequeueContactAndTransferToQueue", "TransferToFlow"}), FlowType::unknown)
        << "the one is for queue flows only, the other never for them";
}

TEST(InferType, LetsAModuleDoWhatFlowsOfOneTypeDo) {
    EXPECT_EQ(inferred({"AuthenticateParticipant", "EndFlowModuleExecution"}), FlowType::module);
    EXPECT_EQ(inferred({"EndFlowModuleExecution", "AuthenticateParticipant", "SendSMS"}), FlowType::module);
}

}  // namespace
}  // namespace flowc
