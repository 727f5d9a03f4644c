#pragma once

#include <string>
#include <string_view>

#include "flowc/compile.hpp"

namespace flowc::testing_verbs {

/// What becomes of one step in a flow that holds nothing else: blocks `a` and `b`, and the exit of its type.
struct OneStep {
    std::string findings;    ///< a line each: `rule: the word that is pointed at`
    std::string branches;    ///< of the first action, a line each: `Equals x > a`
    std::string parameters;  ///< of the first action, as compact JSON
};

inline std::string json(Node node) {
    std::string text;
    if (node.is_mapping()) {
        for (const auto [key, value] : node.entries())
            text += (text.empty() ? "" : ",") + std::string{key.text()} + ':' + json(value);
        return '{' + text + '}';
    }
    if (!node.is_sequence()) return std::string{node.text()};
    for (const Node item : node.items()) text += (text.empty() ? "" : ",") + json(item);
    return '[' + text + ']';
}

/// `step` as it stands behind `- `, in flow style or over lines that are indented by four.
inline OneStep compile_step(std::string_view step, std::string_view type = "inbound") {
    const bool hangs_up = type == "inbound" || type == "queue-transfer";
    const std::string exit = hangs_up ? "hangup" : "end";
    const std::string text = "flow: One step\ntype: " + std::string{type} + "\non_error: " + exit + "\nstart:\n  - " +
                             std::string{step} + "\n  - branch: channel\n    cases: {x: a, y: b}\n    else: " + exit +
                             "\nblocks:\n  a: [" + exit + "]\n  b: [" + exit + "]\n";
    Sources sources;
    CompileOptions options;
    options.names_may_be_unresolved = true;
    const CompileResult result = compile({"one.flow.yaml", text}, sources, options);
    OneStep seen;
    for (const Diagnostic& item : result.diagnostics.items())
        seen.findings += std::string{item.rule->id} + ": " + std::string{sources.slice(item.span)} + '\n';
    if (result.flows.empty()) return seen;
    const Flow& flow = result.flows.front().flow;
    const Action& first = flow.actions.front();
    seen.parameters = json(flow.node(first.parameters));
    for (const Transition& branch : flow.transitions_of(first)) {
        std::string label{branch.label};
        if (branch.operands != no_node)
            for (const Node operand : flow.node(branch.operands).items()) label += ' ' + std::string{operand.text()};
        if (branch.kind == Transition::Kind::next) label = "next";
        seen.branches += label + " > " + std::string{branch.target_name} + '\n';
    }
    return seen;
}

}  // namespace flowc::testing_verbs
