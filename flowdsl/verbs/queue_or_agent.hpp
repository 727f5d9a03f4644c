#pragma once

#include <array>
#include <string>
#include <string_view>

#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

/// Writes whose queue an action speaks of: a queue's name, or `{agent: name}` for the queue of one agent.
inline void write_queue_or_agent(StepContext& step, Parameters& parameters, Node of, std::string_view what) {
    if (!of) return;
    if (!of.is_mapping() || of.find("arn")) {
        parameters.name("QueueId", ResourceKind::queue, of);
        return;
    }
    static constexpr std::array<std::string_view, 1> keys{"agent"};
    step.read_map(of, what, keys);
    if (of.size() == 0)
        step.error(rules::bad_value, of.span(),
                   "`" + std::string{what} + "` is empty; name a queue, or an agent, `{agent: name}`");
    if (const Node agent = of.find("agent")) parameters.name("AgentId", ResourceKind::agent, agent);
}

}  // namespace flowc::dsl
