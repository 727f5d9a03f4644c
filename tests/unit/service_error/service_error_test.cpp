#include "flowc/service_error.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "flowc/compile.hpp"
#include "tests/promises/promises.hpp"

namespace flowc {
namespace {

std::vector<std::string> texts(std::string_view printed) {
    std::vector<std::string> result;
    for (const ServiceProblem& problem : read_service_answer(printed).problems) result.push_back(problem.text);
    return result;
}

ServiceProblem only(std::string_view printed) {
    const ServiceAnswer answer = read_service_answer(printed);
    EXPECT_EQ(answer.problems.size(), 1u) << printed;
    return answer.problems.empty() ? ServiceProblem{} : answer.problems.front();
}

const std::string next = "Action is missing required property. Path: Actions[13].Transitions.NextAction";
const std::string invalid_branch = "Invalid branch. Path: 2.Evaluate";

TEST(ServiceMessages, NameRulesThatThereAre) {
    for (const ServiceMessage& message : service_messages())
        for (const std::string_view rule : message.rules) EXPECT_TRUE(find_rule(rule)) << rule;
}

TEST(ServiceMessages, AreRecognisedByTheirOwnWords) {
    for (const ServiceMessage& message : service_messages()) {
        std::string text(message.text);
        for (const auto& [name, value] :
             {std::pair{"{path}", "Actions[0].Parameters"}, {"{error}", "NoMatchingError"}, {"{type}", "Wait"}})
            if (const std::size_t at = text.find(name); at != std::string::npos)
                text.replace(at, std::string_view(name).size(), value);
        EXPECT_EQ(only("x " + text + "\r\n").message, &message) << text;
    }
}

TEST(ServiceAnswer, IsFoundInWhatIsPrintedAroundIt) {
    const std::vector<std::string> both{next, invalid_branch};
    EXPECT_EQ(texts(R"({"problems":[{"message":")" + next + R"("},{"message":")" + invalid_branch + R"("}]})"), both);
    // The AWS CLI with --debug, which prints the answer twice
    EXPECT_EQ(texts("DEBUG - Response body:\r\nb'{\"problems\":[{\"message\":\"" + next + "\"},{\"message\":\"" +
                    invalid_branch + "\"}]}'\r\nDEBUG - {'problems': [{'message': '" + next + "'}]}\r\n"),
              both);
    // boto3 and the SDK for JavaScript
    EXPECT_EQ(texts("{'Error': {'Message': None}, 'problems': [{'message': '" + next + "'},\n {'message': '" +
                    invalid_branch + "'}]}"),
              both);
    EXPECT_EQ(
        texts("  problems: [\n    { message: '" + next + "' },\n    {\n message: \"" + invalid_branch + "\" }\n  ]"),
        both);
    // Terraform
    EXPECT_EQ(texts("Error: creating Connect Contact Flow (Main): InvalidContactFlowException: {\n  RespMetadata: "
                    "{},\n  Problems: [{\n"
                    "      Message: \"" +
                    next + "\"\n    },{\n      Message: \"" + invalid_branch + "\"\n    }]\n}"),
              both);
    // CloudFormation, in JSON inside JSON
    EXPECT_EQ(texts(R"("StatusReason": "refused: {\"problems\":[{\"message\":\")" + next + R"(\"},{\"message\":\")" +
                    invalid_branch + R"(\"}]}")"),
              both);
    EXPECT_EQ(texts("Resource handler returned message: \"" + next + " (Service: Connect, Status Code: 400)\""),
              std::vector{next});
    EXPECT_EQ(texts("1) " + next + "\r\n2) " + invalid_branch), both);
}

TEST(ServiceAnswer, HoldsWhatNobodyHasPublished) {
    const ServiceProblem problem = only(R"(problems: [{"message": "The \"moon\" is full"}])");
    EXPECT_EQ(problem.text, "The \"moon\" is full");
    EXPECT_EQ(problem.message, nullptr);
}

TEST(ServiceAnswer, MayNameNothing) {
    const ServiceAnswer cli = read_service_answer(
        "An error occurred (InvalidContactFlowException) when calling the CreateContactFlow operation: \n");
    EXPECT_TRUE(cli.refused);
    EXPECT_TRUE(cli.problems.empty());
    EXPECT_FALSE(read_service_answer("").refused);
    EXPECT_FALSE(read_service_answer("all is well").refused);
    EXPECT_TRUE(read_service_answer("problems: []").problems.empty());
}

TEST(ServiceAnswer, MayHaveNoWords) {
    EXPECT_EQ(texts("problems: [{message: ''}]"), std::vector<std::string>{""});
    EXPECT_EQ(texts(R"({"problems":[{"message":null},{"message":")" + invalid_branch + R"("},{"message":""}]})"),
              (std::vector<std::string>{"", invalid_branch}));
    EXPECT_EQ(only("{'problems': [{'message': None}]}").message, nullptr);
    EXPECT_TRUE(read_service_answer("{'problems': [{'message': None}]}").refused);
}

TEST(ServiceProblem, NamesAPlace) {
    EXPECT_EQ(only(next).path, "Actions[13].Transitions.NextAction");
    EXPECT_EQ(only(invalid_branch).path, "Actions[2].Transitions.Conditions");
    EXPECT_EQ(only("Invalid Action property value. Path: 0.Parameter").path, "Actions[0]");
    EXPECT_EQ(only("Empty value in Parameters.Attributes").path, "Parameters.Attributes");
    EXPECT_EQ(only("Invalid Action property name. Path: Actions[1].Parameters['a b']").path,
              "Actions[1].Parameters['a b']");
    const ServiceProblem conditions = only("Action does not support conditions. Path: Actions[1]");
    EXPECT_EQ(conditions.path, "Actions[1]");
    ASSERT_NE(conditions.message, nullptr);
    EXPECT_EQ(conditions.message->cause, only("Action does not support conditions").message->cause);
    for (const std::string_view written :
         {"Actions[1].Parameters.Text", "actions[1].parameters.Text", "Actions.1.Parameters.Text",
          "/Actions/1/Parameters/Text", "$['Actions'][1].Parameters.Text", "1.Parameters.Text"})
        EXPECT_EQ(only("Invalid Action property value. Path: " + std::string(written)).path,
                  "Actions[1].Parameters.Text")
            << written;
    EXPECT_EQ(only("{\"problems\":[{\"message\":\"Nobody likes (Actions[1].Parameters['a b']).\"}]}").path,
              "Actions[1].Parameters['a b']");
    const ServiceProblem error = only("Action is missing required error. Error: QueueAtCapacity, Path: Actions[0]");
    EXPECT_EQ(error.error, "QueueAtCapacity");
    EXPECT_EQ(error.path, "Actions[0]");
    const ServiceProblem type = only("Invalid Action type. Type: UnTagContact, Path: ...");
    EXPECT_EQ(type.type, "UnTagContact");
    EXPECT_EQ(type.path, "");
}

TEST(ServiceAnswer, TakesAnyBytes) {
    std::mt19937 random(7);
    const std::vector<std::string> parts{"problems",
                                         "message",
                                         ":",
                                         "=",
                                         "[",
                                         "]",
                                         "{",
                                         "\"",
                                         "'",
                                         "\\",
                                         "\n",
                                         "\xFF",
                                         std::string(1, '\0'),
                                         "Invalid branch. Path: ",
                                         "99999999999999999999999.x",
                                         "Actions[",
                                         "É"};
    for (int round = 0; round < 5000; ++round) {
        std::string text;
        for (std::size_t i = random() % 24; i > 0; --i) text += parts[random() % parts.size()];
        EXPECT_EQ(promises::decoding(text), "") << text;
    }
    for (const std::string& part : parts) {
        std::string text = "problems:[message:";
        while (text.size() < (1u << 20)) text += part;
        EXPECT_LE(read_service_answer(text).problems.size(), ServiceAnswer::most);
    }
}

struct Placed {
    Sources sources;
    CheckResult checked = check({"flow.json", R"({"Version": "2019-10-30", "StartAction": "a", "Actions": [
{"Identifier": "a", "Type": "MessageParticipant", "Parameters": {"Text": "Hello", "Loud": "yes"}, "Transitions": {"NextAction": "b"}},
{"Identifier": "b", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]})"},
                                sources);
    SourceMap map = source_map(checked.flows.front(), sources);

    ProblemPlace operator()(std::string_view printed) const {
        return locate(only(printed), checked.flows.front(), map, checked.diagnostics);
    }
};

TEST(Locate, FindsTheActionAndWhatRulesSayOfIt) {
    const Placed placed;
    const ProblemPlace place = placed("Action is missing required error. Error: NoMatchingError, Path: Actions[0]");
    EXPECT_EQ(place.fit, ProblemPlace::Fit::fits);
    EXPECT_EQ(place.actions, std::vector<ActionId>{0});
    const ProblemPlace name = placed("Invalid Action property name. Path: Actions[0].Parameters.Loud");
    EXPECT_EQ(name.fit, ProblemPlace::Fit::fits);
    ASSERT_EQ(name.findings.size(), 1u);
    EXPECT_EQ(name.findings.front()->rule->id, "unknown-parameter");
    EXPECT_TRUE(placed("Invalid Action property name. Path: Actions[1].Parameters").findings.empty());
    EXPECT_EQ(placed("Action does not support conditions").fit, ProblemPlace::Fit::unknown);
}

TEST(Locate, SaysThatAnotherFlowIsMeant) {
    const Placed placed;
    using Fit = ProblemPlace::Fit;
    EXPECT_EQ(placed("Invalid branch. Path: 2.Evaluate").fit, Fit::past_end);
    EXPECT_EQ(placed("Invalid branch. Path: 99999999999999999999999.Evaluate").fit, Fit::past_end);
    EXPECT_EQ(placed("Invalid branch. Path: Actions[-1]").fit, Fit::past_end);
    EXPECT_EQ(placed("Action does not support transitions. Path: Actions[0]").fit, Fit::untrue);
    EXPECT_EQ(placed("At least one of PromptId, Text, or SSML must be present").fit, Fit::untrue);
    EXPECT_EQ(placed("Action is missing required property. Path: Actions[0].Transitions.NextAction").fit,
              Fit::contradicts);
    EXPECT_EQ(placed("Action is missing required property. Path: Actions[0].Parameters.Text").fit, Fit::contradicts);
    EXPECT_EQ(placed("Invalid Action property name. Path: Actions[0].Parameters.Quiet").fit, Fit::contradicts);
    EXPECT_EQ(placed("Invalid Action error. Error: NoMatchingError, Path: Actions[0]").fit, Fit::contradicts);
    EXPECT_EQ(placed("Invalid Action type. Type: Wait, Path: Actions[0]").fit, Fit::contradicts);
    EXPECT_EQ(placed("Invalid Action type. Type: Wait").fit, Fit::contradicts);
    EXPECT_EQ(placed("Invalid branch. Path: 0.Evaluate").fit, Fit::contradicts);
    EXPECT_EQ(placed("Invalid Action property value. Path: Actions[1].Parameters.Text").fit, Fit::contradicts);
    EXPECT_EQ(placed("Invalid Action property value. Path: Actions[0].Parameters.SSML").fit, Fit::fits);
    EXPECT_EQ(placed("Invalid Action property value. Path: Actions[0].Parameters.Loud").fit, Fit::fits);
    EXPECT_EQ(placed("Invalid Action property value. Path: Actions[0].Transitions.NextAction").fit, Fit::untrue);
    EXPECT_EQ(placed("Unsupported Action In Wait Action's Continue Branch.").fit, Fit::untrue);
    // A file that does not say its flow's type may hold a module's.
    EXPECT_EQ(placed("JSON field is missing or null for field name: settings").fit, Fit::unknown);
}

TEST(Locate, SaysWhereTheCatalogueKnowsOtherwise) {
    const Placed placed;
    using Fit = ProblemPlace::Fit;
    EXPECT_EQ(placed("Action is missing required property. Path: Actions[0].Parameters.StoreInput").fit, Fit::foreign);
    EXPECT_EQ(placed("Action is missing required property. Path: Actions[0].Parameters.SSML").fit, Fit::fits);
    EXPECT_EQ(placed("Action is missing required error. Error: QueueAtCapacity, Path: Actions[0]").fit, Fit::foreign);
    EXPECT_EQ(placed("Invalid Action property name. Path: Actions[0].Parameters.Text").fit, Fit::native);
    EXPECT_EQ(placed("Invalid Action property name. Path: Actions[0].Parameters.Loud").fit, Fit::fits);
}

TEST(Locate, LooksForModulesAmongModules) {
    using Fit = ProblemPlace::Fit;
    const auto fit = [](std::string_view text) {
        Sources sources;
        const CheckResult checked = check({"flow.flow.yaml", text}, sources);
        const Flow& flow = checked.flows.front();
        return locate(only("JSON field is missing or null for field name: settings"), flow, source_map(flow, sources),
                      checked.diagnostics)
            .fit;
    };
    EXPECT_EQ(fit("flow: A\nstart: [hangup]\n"), Fit::untrue);
    EXPECT_EQ(fit("module: A\nstart: [return]\n"), Fit::untrue);
}

TEST(Locate, SaysThatABranchIsKnown) {
    Sources sources;
    const CheckResult checked =
        check({"flow.flow.yaml", "flow: A\non_error: hangup\nstart: [{say: Hello}, hangup]\n"}, sources);
    const Flow& flow = checked.flows.front();
    EXPECT_EQ(locate(only("Invalid Action error. Error: NoMatchingError, Path: Actions[0]"), flow,
                     source_map(flow, sources), checked.diagnostics)
                  .fit,
              ProblemPlace::Fit::native);
}

}  // namespace
}  // namespace flowc
