#include <gtest/gtest.h>

#include "tests/unit/flowdsl/compiled.hpp"

namespace flowc {
namespace {

/// Flows of other files, as they are read for those that name them.
ProjectFlows project_of(std::vector<std::pair<std::string, std::string>> files, bool one_instance = true) {
    std::vector<FileInterface> interfaces;
    for (const auto& [name, text] : files) interfaces.push_back(read_interface({name, text}));
    return ProjectFlows{std::move(interfaces), one_instance};
}

TEST(ProjectFlows, ReadsWhatOthersHaveToKnow) {
    const std::string text =
        "defaults: {vars: {Town: Rome}}\n---\nflow: \"${Town} line\"\ntype: queue-transfer\ninputs: [Category]\nstart: "
        "[hangup]\n---\n"
        "module: M\naccepts: {A: number}\nproduces: {B: boolean}\nresults: [C]\nstart: [retrun]\n";
    const FileInterface file = read_interface({"a.flow.yaml", text});
    ASSERT_EQ(file.flows.size(), 2u);
    EXPECT_EQ(file.flows[0].name, "Rome line");
    EXPECT_EQ(file.flows[0].type, FlowType::queue_transfer);
    ASSERT_EQ(file.flows[0].inputs.size(), 1u);
    EXPECT_EQ(text.substr(file.flows[0].inputs[0].span.begin, file.flows[0].inputs[0].span.size()), "Category");
    const Contract& contract = file.flows[1].contract;
    EXPECT_EQ(file.flows[1].type, FlowType::module);
    EXPECT_EQ(contract.accepts.at(0).type, DataType::number);
    EXPECT_EQ(contract.produces.at(0).name, "B");
    EXPECT_EQ(contract.results.at(0).name, "C");
}

TEST(ProjectFlows, HoldACallerToAModuleOfAnotherFile) {
    const ProjectFlows project =
        project_of({{"lib.flow.yaml", "module: M\nproduces: {B: text}\nresults: [Done]\nstart: [return]\n"}});
    CompileOptions options;
    options.flows = &project;
    options.names_may_be_unresolved = true;
    const Compiled compiled("flow: A\non_error: hangup\nstart:\n  - invoke: M\n    cases: {Dnoe: next}\n  - hangup\n",
                            options);
    ASSERT_EQ(compiled.messages(), "`M` has no result `Dnoe`; did you mean `Done`?\n");
    const Label& label = compiled.items()[0].labels.at(0);
    EXPECT_EQ(compiled.sources().file_of(label.span).name(), "lib.flow.yaml");
    EXPECT_EQ(compiled.sources().slice(label.span), "M");
}

TEST(ProjectFlows, AreReadOnceForEveryFileThatShowsThem) {
    const ProjectFlows project = project_of({{"lib.flow.yaml", "flow: B\ninputs: [X, Y]\nstart: [hangup]\n"}});
    CompileOptions options;
    options.flows = &project;
    options.names_may_be_unresolved = true;
    const Compiled compiled("flow: A\non_error: hangup\nstart: [{transfer: {flow: B}}]\n", options);
    EXPECT_EQ(compiled.findings(), "maybe-unknown-name@3 maybe-unknown-name@3");
    EXPECT_EQ(compiled.sources().size(), 2u) << "the other file stands among the sources once";
}

TEST(ProjectFlows, TellATakenNameInTheLaterFile) {
    const std::vector<std::pair<std::string, std::string>> files{{"a.flow.yaml", "flow: A\nstart: [hangup]\n"},
                                                                 {"t.flow.yaml", "flow: A\nstart: [hangup]\n"},
                                                                 {"z.flow.yaml", "flow: A\nstart: [hangup]\n"}};
    const ProjectFlows project = project_of(files);
    CompileOptions options;
    options.flows = &project;
    const Compiled later(files[1].second, options);
    EXPECT_EQ(later.findings(), "duplicate-name@1");
    EXPECT_FALSE(later.compiled());
    const ProjectFlows first = project_of({files[1], files[2]});
    options.flows = &first;
    EXPECT_EQ(Compiled(files[1].second, options).findings(), "");
    const ProjectFlows perhaps = project_of(files, false);
    options.flows = &perhaps;
    const Compiled likely(files[1].second, options);
    EXPECT_EQ(likely.items().at(0).severity, Severity::warning);
    EXPECT_TRUE(likely.compiled());
}

TEST(ProjectFlows, AreWrittenByTheirArnInEveryMode) {
    const ProjectFlows project =
        project_of({{"lib.flow.yaml", "flow: B\nstart: [hangup]\n---\nmodule: M\nstart: [return]\n"}});
    for (const Binding& binding :
         {Binding{Binding::Mode::arn, {}}, Binding{Binding::Mode::external, {}}, Binding{Binding::Mode::attributes, {}},
          Binding{Binding::Mode::placeholder, "<<{name}>>"}}) {
        Environment environment;
        environment.binding = binding;
        environment.arns[ResourceKind::flow]["B"] = "arn:of:b";
        environment.arns[ResourceKind::flow]["Stranger"] = "arn:of:stranger";
        environment.arns[ResourceKind::module]["M"] = "arn:of:m";
        CompileOptions options;
        options.environment = &environment;
        options.flows = &project;
        const Compiled compiled(
            "flow: A\non_error: hangup\nstart:\n  - hooks: {customer-queue: Stranger}\n  - invoke: M\n  - transfer: "
            "{flow: B}\n",
            options);
        ASSERT_TRUE(compiled.compiled()) << compiled.messages();
        EXPECT_EQ(compiled.parameter("start-invoke-1", "FlowModuleId"), "arn:of:m");
        EXPECT_EQ(compiled.parameter("start-transfer-1", "ContactFlowId"), "arn:of:b");
        const std::string stranger = compiled.parameter("start-hooks-1", "EventHooks.CustomerQueue");
        EXPECT_EQ(stranger == "arn:of:stranger", binding.mode == Binding::Mode::arn) << stranger;
    }
}

TEST(ProjectFlows, WithoutAnArnAreBoundLikeOtherNames) {
    const ProjectFlows project = project_of({{"lib.flow.yaml", "flow: B\nstart: [hangup]\n"}});
    Environment environment;
    environment.binding = Binding{Binding::Mode::external, {}};
    CompileOptions options;
    options.environment = &environment;
    options.flows = &project;
    const Compiled compiled("flow: A\non_error: hangup\nstart: [{transfer: {flow: B}}]\n", options);
    ASSERT_EQ(compiled.messages(), "");
    EXPECT_EQ(compiled.parameter("start-transfer-1", "ContactFlowId"), "$.External.B");
}

}  // namespace
}  // namespace flowc
