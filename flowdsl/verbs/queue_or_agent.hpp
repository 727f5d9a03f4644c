#pragma once

#include <array>
#include <string_view>

#include "flowdsl/step_context.hpp"

namespace flowc::dsl {

/// Writes whose queue an action speaks of: a queue's name, or `{agent: name}` for the queue of one agent.
inline void write_queue_or_agent(StepContext& step, Parameters& parameters, std::string_view option) {
    const Node of = step.option(option);
    if (!of) return;
    if (!of.is_mapping() || of.find("arn")) {
        parameters.name("QueueId", ResourceKind::queue, of);
        return;
    }
    static constexpr std::array<std::string_view, 1> keys{"agent"};
    step.read_map(of, option, keys);
    if (const Node agent = of.find("agent")) parameters.name("AgentId", ResourceKind::agent, agent);
}

}  // namespace flowc::dsl
