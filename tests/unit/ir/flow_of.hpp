#pragma once

#include <gtest/gtest.h>

#include <string_view>

#include "flowc/flow.hpp"
#include "ir/read_flow.hpp"
#include "syntax/read.hpp"

namespace flowc::test {

/// A flow read from JSON, with the sources that its texts lie in.
struct ReadFlow {
    Sources sources;
    Diagnostics text;
    Flow flow;

    explicit ReadFlow(std::string_view json, FlowType type = FlowType::unknown) {
        SyntaxTree tree = read_json(sources.file(sources.add("flow.json", json)), text);
        EXPECT_EQ(tree.roots().size(), 1u) << json;
        if (tree.roots().empty()) return;
        const NodeId root = tree.roots().front();
        flow = read_flow(std::move(tree), root, type);
    }
};

}  // namespace flowc::test
