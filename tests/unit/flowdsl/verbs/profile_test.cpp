#include <gtest/gtest.h>

#include "tests/unit/flowdsl/verbs/one_step.hpp"

namespace flowc {
namespace {

using testing_verbs::compile_step;

TEST(Profile, LooksForOneKeyOrForSeveral) {
    const auto one =
        compile_step("{profile: get, by: {_phone: \"{caller}\"}, read: FirstName, none_found: a, several_found: b}");
    EXPECT_EQ(one.findings, "");
    EXPECT_EQ(one.parameters,
              "{ProfileRequestData:{IdentifierName:_phone,IdentifierValue:$.CustomerEndpoint.Address},"
              "ProfileResponseData:[FirstName]}");
    EXPECT_EQ(compile_step("{profile: get, by: {_phone: x, _email: y}, match: or}").parameters,
              "{ProfileRequestData:{SearchCriteria:[{IdentifierName:_phone,IdentifierValue:x},"
              "{IdentifierName:_email,IdentifierValue:y}],LogicalOperator:OR}}");
}

TEST(Profile, MeansTheProfileThatWasFoundBefore) {
    EXPECT_EQ(compile_step("{profile: object, type: _asset}").parameters,
              "{ProfileRequestData:{ProfileId:$.Customer.ProfileId,ObjectType:_asset,UseLatest:true}}");
    EXPECT_EQ(compile_step("{profile: object, type: _asset, by: p-1, where: {_assetId: a-1}}").parameters,
              "{ProfileRequestData:{ProfileId:p-1,ObjectType:_asset,IdentifierName:_assetId,IdentifierValue:a-1}}");
    EXPECT_EQ(compile_step("{profile: calculated, read: [_call_count, CalculatedAttributes.x]}").parameters,
              "{ProfileRequestData:{ProfileId:$.Customer.ProfileId},"
              "ProfileResponseData:[CalculatedAttributes._call_count,CalculatedAttributes.x]}");
    EXPECT_EQ(compile_step("profile: link").parameters,
              "{ProfileRequestData:{ProfileId:$.Customer.ProfileId,ContactId:$.ContactId}}");
}

TEST(Profile, HasTheBranchesOfItsForm) {
    EXPECT_EQ(compile_step("{profile: get, by: {_phone: x}, none_found: [{say: x}, next]}").branches,
              "next > start-branch-1\n"
              "MultipleFoundError > hangup\n"
              "NoneFoundError > start-profile-1-none_found-say-1\n"
              "NoMatchingError > hangup\n");
    EXPECT_EQ(compile_step("profile: link").branches, "next > start-branch-1\nNoMatchingError > hangup\n");
}

TEST(Profile, RefusesTheOptionsOfOtherForms) {
    EXPECT_EQ(compile_step("profile: gett").findings, "bad-value: gett\n");
    EXPECT_EQ(compile_step("{profile: link, none_found: a}").findings, "conflicting-options: a\n");
    EXPECT_EQ(compile_step("{profile: create, data: {LastName: x}, by: y}").findings, "conflicting-options: y\n");
    EXPECT_EQ(compile_step("{profile: get, by: {_phone: x}, match: or}").findings, "conflicting-options: or\n");
    EXPECT_EQ(compile_step("profile: get").findings, "missing-option: profile\n");
    EXPECT_EQ(compile_step("profile: object").findings, "missing-option: profile\n");
    EXPECT_EQ(compile_step("profile: update").findings, "missing-option: profile\n");
    EXPECT_EQ(compile_step("{profile: object, type: _asset, where: {a: b, c: d}}").findings,
              "bad-value: {a: b, c: d}\n");
}

}  // namespace
}  // namespace flowc
