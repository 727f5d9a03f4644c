#include "flowdsl/lowering/check_default_targets.hpp"

#include <array>
#include <map>
#include <set>
#include <string>

#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"
#include "flowdsl/words/offer_word.hpp"
#include "flowdsl/words/verb.hpp"

namespace flowc::dsl {

namespace {

/// A default `on_error`, and what the flows have to do with it.
struct DefaultTargets {
    std::map<std::string_view, Node> unknown;  ///< the first of each name that no block has
    bool blocks_are_known = true;
};

void add_target(DefaultTargets& targets, Node target) {
    const bool is_name = target.is_scalar() && !target.text().empty() && !is_reserved_word(target.text()) &&
                         target.text().find("${") == std::string_view::npos;
    if (is_name) targets.unknown.try_emplace(target.text(), target);
}

DefaultTargets targets_of(Node on_error) {
    DefaultTargets targets;
    add_target(targets, on_error);
    for (const auto [verb, target] : on_error.entries())
        if (verb.text() == "else" || find_verb(verb.text())) add_target(targets, target);
    return targets;
}

void report_target(Node target, Diagnostics& diagnostics) {
    static constexpr std::array<std::string_view, 3> words{"next", "hangup", "end"};
    const std::string_view near = nearest(target.text(), words);
    std::string message = "no flow that these defaults are for has a block " + quote(target.text()) + "; ";
    message += near.empty() ? "write `next`, `hangup` or a list of steps, or add it under their `blocks:`"
                            : "did you mean `" + std::string{near} + "`?";
    offer_word(diagnostics.report(rules::unknown_target, target.span(), std::move(message)), target, near);
}

}  // namespace

void check_default_targets(const std::vector<FlowHead>& flows, Diagnostics& diagnostics) {
    std::map<NodeId, DefaultTargets> defaults;
    for (const FlowHead& flow : flows) {
        const Node on_error = flow.on_error;
        if (!on_error || on_error.tree() != flow.document.tree()) continue;
        if (on_error.span().begin >= flow.document.span().begin) continue;  // its own
        const auto [known, is_new] = defaults.try_emplace(on_error.id());
        if (is_new) known->second = targets_of(on_error);
        if (flow.blocks && !flow.blocks.is_mapping()) known->second.blocks_are_known = false;
        for (const auto [name, steps] : flow.blocks.entries()) known->second.unknown.erase(name.text());
    }
    if (defaults.empty()) return;
    std::set<std::uint32_t> told;
    for (const Diagnostic& one : diagnostics.items()) told.insert(one.span.begin);
    for (const auto& [node, targets] : defaults)
        for (const auto& [name, target] : targets.unknown)
            if (targets.blocks_are_known && told.count(target.span().begin) == 0) report_target(target, diagnostics);
}

}  // namespace flowc::dsl
