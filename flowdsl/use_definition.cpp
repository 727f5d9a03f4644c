#include <algorithm>
#include <utility>

#include "diagnostics/suggest.hpp"
#include "flowdsl/expansion.hpp"
#include "flowdsl/flow_lowering.hpp"
#include "flowdsl/identifier.hpp"
#include "flowdsl/step_context.hpp"

/// The part of `FlowLowering` that puts definitions in the place of `use` (§7).
namespace flowc::dsl {

namespace {

/// More than any flow can hold; definitions that use each other twice grow past all bounds.
constexpr std::size_t most_steps = 20'000;

}  // namespace

FlowLowering::UserScope FlowLowering::scope_of(Node node, const Scope& scope, Label self, Label next,
                                               const VerbInfo* owner) const {
    if (node.tree() == &expanded_)
        if (const auto argument = arguments_.find(node.id()); argument != arguments_.end()) return argument->second;
    return {scope.blocks, self, next, owner};
}

void FlowLowering::use_definition(StepContext& step) {
    const Node name = step.value();
    const auto found = head_.definitions->find(name.text());
    if (found == head_.definitions->end()) {
        std::vector<std::string_view> known;
        for (const auto& [each, definition] : *head_.definitions) known.push_back(each);
        const std::string_view near = nearest(name.text(), known);
        step.error(rules::unknown_target, name.span(),
                   "nothing is defined as " + quote(name.text()) + "; " +
                       (!near.empty()   ? "did you mean `" + std::string{near} + "`?"
                        : known.empty() ? "write a document with `define:` and `steps:`, or `include:` one"
                                        : "there is " + list(known, "and")));
        return;
    }
    const Definition& definition = found->second;
    if (std::find(using_.begin(), using_.end(), definition.name) != using_.end()) {
        step.error(rules::endless_jump, name.span(), "`" + std::string{definition.name} + "` uses itself and would never end; make a block of it and jump there")
            .labels.push_back({definition.name_span, "defined here"});
        return;
    }
    const Node with = step.option("with");
    if (with && !with.is_mapping()) {
        step.error(rules::bad_value, with.span(), "`with` takes a map of parameters and values, such as `{name: value}`");
        return;
    }
    for (const Node param : definition.params)
        if (!with.find_key(param.text())) {
            step.error(rules::missing_option, step.span(),
                       "`use: " + std::string{definition.name} + "` needs `" + std::string{param.text()} + "` in `with`")
                .labels.push_back({param.span(), "the parameter"});
            return;
        }
    if (expanded_.size() > most_steps * 10 || drafts_.size() > most_steps) {
        step.error(rules::endless_jump, name.span(), "the definitions used here grow past every flow's size; use fewer of them");
        return;
    }

    const Expansion expansion = expand(definition, with, expanded_, diagnostics_);
    const UserScope user{step.scope().blocks, step.self(), step.next(), &step.verb()};
    for (const NodeId argument : expansion.arguments) arguments_.emplace(argument, user);
    flow_.uses.push_back({definition.span, step.span(), use_});
    const UseId outer = std::exchange(use_, static_cast<UseId>(flow_.uses.size() - 1));
    using_.push_back(definition.name);

    BlockTable& blocks = tables_.emplace_back();
    for (const Entry block : expansion.blocks.entries()) blocks.emplace(block.key.text(), new_label());
    Scope inner;
    inner.group = step.scope().group;
    inner.blocks = &blocks;
    inner.handles_errors = step.scope().handles_errors;
    const std::string stem = identifier_from(definition.name) + '-' + std::to_string(++uses_[definition.name]);
    inner.place = stem;
    inner.block = definition.name;
    lower_sequence(expansion.steps, inner, step.self(), step.next());
    for (const Entry block : expansion.blocks.entries()) {
        if (!block.value.is_sequence()) continue;  // reported with the definition
        inner.place = stem + '-' + std::string{block.key.text()};
        inner.block = block.key.text();
        lower_sequence(block.value, inner, blocks.at(block.key.text()));
    }
    using_.pop_back();
    use_ = outer;
}

}  // namespace flowc::dsl
