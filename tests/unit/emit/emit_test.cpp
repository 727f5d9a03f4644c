#include "flowc/emit.hpp"

#include <gtest/gtest.h>

#include "emit/json_writer.hpp"
#include "graph.hpp"

namespace flowc {
namespace {

using emit_detail::JsonWriter;
using test::Graph;

/// A greeting that asks, with a condition, an error and every kind of value, and an end.
Graph sample() {
    Graph graph({{1, 1, 1}, {}});
    Flow& flow = graph.flow;
    flow.name = "Main line";
    flow.description = "Says hello";
    flow.type = FlowType::contact_flow;
    flow.transitions[1].kind = Transition::Kind::condition;
    flow.transitions[1].label = "Equals";
    flow.transitions[2].label = "NoMatchingError";
    flow.actions[1].type_name = "DisconnectParticipant";

    SyntaxBuilder build(flow.tree);
    build.begin_document();
    flow.actions[0].parameters = build.begin(NodeKind::mapping, {});
    build.scalar(NodeKind::string, "Text", {});
    build.scalar(NodeKind::string, "Say \"hi\" \\ twice\nplease \xF0\x9F\x98\x80", {});
    build.scalar(NodeKind::string, "Data", {});
    const NodeId list = build.begin(NodeKind::sequence, {});
    build.scalar(NodeKind::number, "12345678901234567890.10", {});
    build.scalar(NodeKind::boolean, "true", {});
    build.scalar(NodeKind::null, "", {});
    build.end(build.begin(NodeKind::mapping, {}), 0);
    build.end(list, 0);
    build.end(flow.actions[0].parameters, 0);
    build.begin_document();
    flow.transitions[1].operands = build.begin(NodeKind::sequence, {});
    build.scalar(NodeKind::string, "1", {});
    build.end(flow.transitions[1].operands, 0);
    return graph;
}

TEST(Emit, ContentIsTheIndentedDocument) {
    EXPECT_EQ(emit(sample().flow, Target::content), R"({
  "Version": "2019-10-30",
  "StartAction": "a0",
  "Metadata": {
    "entryPointPosition": {
      "x": 20,
      "y": 20
    },
    "ActionMetadata": {
      "a0": {
        "position": {
          "x": 280,
          "y": 20
        },
        "isFriendlyName": true
      },
      "a1": {
        "position": {
          "x": 540,
          "y": 20
        },
        "isFriendlyName": true
      }
    }
  },
  "Actions": [
    {
      "Identifier": "a0",
      "Type": "MessageParticipant",
      "Parameters": {
        "Text": "Say \"hi\" \\ twice\nplease )"
                                                    "\xF0\x9F\x98\x80"
                                                    R"(",
        "Data": [
          12345678901234567890.10,
          true,
          null,
          {}
        ]
      },
      "Transitions": {
        "NextAction": "a1",
        "Conditions": [
          {
            "NextAction": "a1",
            "Condition": {
              "Operator": "Equals",
              "Operands": [
                "1"
              ]
            }
          }
        ],
        "Errors": [
          {
            "NextAction": "a1",
            "ErrorType": "NoMatchingError"
          }
        ]
      }
    },
    {
      "Identifier": "a1",
      "Type": "DisconnectParticipant",
      "Parameters": {},
      "Transitions": {}
    }
  ]
}
)");
}

TEST(Emit, WrapperHoldsTheDocumentAsText) {
    Graph graph(std::vector<std::vector<ActionId>>(1));
    Flow& flow = graph.flow;
    flow.name = "A \"B\"";
    flow.type = FlowType::customer_whisper;
    flow.actions[0].identifier = "end";
    flow.actions[0].type_name = "EndFlowExecution";
    const std::string content =
        R"("Content": "{\"Version\":\"2019-10-30\",\"StartAction\":\"end\",\"Metadata\":{\"entryPointPosition\":{\"x\":20,)"
        R"(\"y\":20},\"ActionMetadata\":{\"end\":{\"position\":{\"x\":280,\"y\":20},\"isFriendlyName\":true}}},)"
        R"(\"Actions\":[{\"Identifier\":\"end\",\"Type\":\"EndFlowExecution\",\"Parameters\":{},\"Transitions\":{}}]}")";
    EXPECT_EQ(emit(flow, Target::wrapper),
              "{\n  \"Name\": \"A \\\"B\\\"\",\n  \"ContactFlowType\": \"CUSTOMER_WHISPER\",\n  " + content + "\n}\n");
    EXPECT_EQ(emit(flow, Target::api),
              "{\n  \"Name\": \"A \\\"B\\\"\",\n  \"Type\": \"CUSTOMER_WHISPER\",\n  " + content + "\n}\n");
}

TEST(Emit, ExportCarriesWhatTheConsoleReads) {
    const std::string text = emit(sample().flow, Target::export_);
    EXPECT_NE(text.find(R"(    "Annotations": [],
    "name": "Main line",
    "description": "Says hello",
    "type": "contactFlow",
    "status": "saved",
    "hash": {}
  },
)"),
              std::string::npos)
        << text;
}

TEST(Emit, ModuleHasSettingsAndNoTypeInRequests) {
    Graph graph = sample();
    graph.flow.type = FlowType::module;
    const std::string content = emit(graph.flow, Target::content);
    const std::string end = R"(  ],
  "Settings": {
    "InputParameters": [],
    "OutputParameters": [],
    "Transitions": []
  }
}
)";
    ASSERT_GT(content.size(), end.size());
    EXPECT_EQ(content.substr(content.size() - end.size()), end);
    EXPECT_EQ(emit(graph.flow, Target::api).find("\"Type\":"), std::string::npos);
    EXPECT_EQ(emit(graph.flow, Target::wrapper).find("ContactFlowType"), std::string::npos);
}

TEST(JsonWriter, EscapesWhatJsonMustAndNothingElse) {
    JsonWriter out(JsonWriter::Form::compact);
    out.text(std::string_view("\0\x1f\b\f\r\t\x7f/\xC3\xA9\xE2\x80\xA8", 13));
    EXPECT_EQ(std::move(out).take(), "\"\\u0000\\u001f\\b\\f\\r\\t\x7f/\xC3\xA9\xE2\x80\xA8\"");
}

TEST(JsonWriter, EmptyCollectionsStayOnTheirLine) {
    JsonWriter out(JsonWriter::Form::indented);
    out.begin_array();
    out.begin_object();
    out.end_object();
    out.begin_array();
    out.end_array();
    out.integer(-3);
    out.end_array();
    EXPECT_EQ(std::move(out).take(), "[\n  {},\n  [],\n  -3\n]");
}

}  // namespace
}  // namespace flowc
