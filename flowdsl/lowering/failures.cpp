#include <utility>

#include "flowdsl/lowering/flow_lowering.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

/// The part of `FlowLowering` that says where failures go (§5).
namespace flowc::dsl {

namespace {

/// Flows beside the call: when they end, the contact goes on waiting, or reaches the agent.
bool is_beside_the_call(FlowType type) {
    switch (type) {
        case FlowType::customer_queue:
        case FlowType::customer_hold:
        case FlowType::agent_hold:
        case FlowType::customer_whisper:
        case FlowType::agent_whisper:
        case FlowType::outbound_whisper:
        case FlowType::campaign: return true;
        default: return false;
    }
}

}  // namespace

Label FlowLowering::end_of_flow(Span step) {
    if (head_.type == FlowType::module) return shared_exit("return", step);
    return shared_exit(is_beside_the_call(head_.type) ? "end" : "hangup", step);
}

void FlowLowering::doubt_exit(std::string_view word, Span place) {
    std::string_view doubt;
    if (word == "hangup" && head_.type == FlowType::module)
        doubt = "`hangup` in a module ends the call for the flow that invoked it, too; write `return` to go back there";
    if (word == "end" && !is_beside_the_call(head_.type))
        doubt = head_.type == FlowType::module
                    ? "`end` in a module ends the flow that invoked it, too; write `return` to go back there"
                    : "`end` leaves the contact to whatever goes on beside this flow, and here nothing does; write "
                      "`hangup`, or transfer the contact first";
    // Of a type that is misspelt nobody knows what goes on beside it.
    if (!doubt.empty() && !reported_.in_head())
        diagnostics_.report(rules::wrong_target, place, std::string{doubt}).severity = Severity::warning;
}

Label FlowLowering::error_target(Node target, std::string_view verb, Label next) {
    if (target.is_sequence()) {
        for (const ErrorBlock& block : error_blocks_)
            if (block.list.id() == target.id()) return {block.label.id, first_word(target)};
        error_blocks_.push_back({target, verb.empty() ? "on-error" : keep({"on-error-", verb}), new_label()});
        return {error_blocks_.back().label.id, first_word(target)};
    }
    // What is no target at all was reported with the head.
    if (!target.is_scalar() || target.text().empty()) return silent_label();
    return word_target(target, {&blocks_, unset, next, nullptr}, true);
}

Label FlowLowering::mapped_failure(const VerbInfo& verb, const Scope& scope, Label next) {
    if (!head_.on_error.is_mapping() || scope.handles_errors) return unset;
    const Node target = head_.on_error.find(verb.name);
    return target ? error_target(target, verb.name, next) : unset;
}

Label FlowLowering::flow_failure(const VerbInfo& verb, const Scope& scope, Label next, Span step) {
    if (scope.handles_errors) return end_of_flow(step);
    const Node target = head_.on_error.is_mapping() ? head_.on_error.find("else") : head_.on_error;
    if (target) return error_target(target, {}, next);
    if (is_beside_the_call(head_.type)) return end_of_flow(step);
    // A map that names what is no target was reported, and may have been meant as a step.
    const auto is_known = [&](std::string_view word) { return is_reserved_word(word) || blocks_.count(word) != 0; };
    if (!std::exchange(missing_on_error_reported_, true) && !reported_.in_head()) {
        for (const Entry entry : head_.on_error.entries())
            if (entry.value.is_scalar() && !is_known(entry.value.text())) return silent_label();
        const std::string can_fail = "`" + std::string{verb.name} + "` can fail, and ";
        diagnostics_.report(
            rules::no_failure_target, step,
            can_fail + (head_.on_error.is_mapping()
                            ? "the map `on_error` does not say where the caller goes then; add `else: hangup`, or a "
                              "block that apologises, to the map, or `on_error` to this step"
                            : "nothing says where the caller goes then; add `on_error: hangup`, or a "
                              "block that apologises, to the head of the flow or to this step"));
    }
    return silent_label();
}

std::set<std::string_view> FlowLowering::blocks_of_errors() const {
    std::set<std::string_view> blocks;
    if (head_.on_error.is_scalar()) blocks.insert(head_.on_error.text());
    for (const auto [verb, target] : head_.on_error.entries())
        if (target.is_scalar()) blocks.insert(target.text());
    return blocks;
}

void FlowLowering::lower_error_block(const ErrorBlock& block) {
    Scope scope;
    scope.place = block.place;
    scope.block = block.place;
    scope.group = ++groups_;
    scope.blocks = &blocks_;
    scope.handles_errors = true;
    lower_sequence(block.list, scope, block.label);
}

void FlowLowering::lower_error_blocks() {
    // Lowering one may use another, so the list may grow.
    for (std::size_t i = 0; i < error_blocks_.size(); ++i) lower_error_block(ErrorBlock{error_blocks_[i]});
    const Node own = head_.document.find("on_error");
    if (own.is_mapping())
        for (const auto [verb, target] : own.entries()) check_unused_failure(target, verb.text());
    else if (own) check_unused_failure(own, {});
    else check_default_failure();
}

/// Of a default that this flow does not use, too, what is wrong in every use is told.
void FlowLowering::check_default_failure() {
    static constexpr const RuleInfo* in_every_use[] = {
        &rules::bad_identifier_option, &rules::bad_value,  &rules::conflicting_options, &rules::duplicate_case,
        &rules::missing_option,        &rules::not_a_step, &rules::unknown_option,      &rules::unknown_verb};
    const auto is_in_every_use = [&](const Diagnostic& one) {
        // A campaign refuses a step that other flows take.
        if (one.rule == &rules::bad_value && head_.type == FlowType::campaign) return false;
        if (one.rule == &rules::wrong_target) return sources_.slice(one.span) == "repeat";
        return std::find(std::begin(in_every_use), std::end(in_every_use), one.rule) != std::end(in_every_use);
    };
    Diagnostics found;
    std::swap(found, diagnostics_);
    if (head_.on_error.is_mapping())
        for (const auto [verb, target] : head_.on_error.entries()) check_unused_failure(target, verb.text());
    else if (head_.on_error) check_unused_failure(head_.on_error, {});
    std::swap(found, diagnostics_);
    for (Diagnostic& one : found.items())
        if (is_in_every_use(one)) diagnostics_.add(std::move(one));
}

/// No action comes of a target that nothing uses, and yet what stands there is read for its faults.
void FlowLowering::check_unused_failure(Node target, std::string_view verb) {
    const auto exits = drafting_->exits;
    const std::size_t drafts = drafting_->drafts.size(), jumps = drafting_->jumps.size(), resources = resources_.size(),
                      unresolved = unresolved_.size(), blocks = error_blocks_.size();
    const bool reported = missing_on_error_reported_;
    error_target(target, verb, silent_label());
    if (error_blocks_.size() > blocks) lower_error_block(ErrorBlock{error_blocks_.back()});
    error_blocks_.resize(blocks);
    for (std::size_t i = drafts; i < drafting_->drafts.size(); ++i) drafting_->drafts[i].dropped = true;
    drafting_->exits = exits;
    drafting_->jumps.resize(jumps);
    for (std::size_t i = resources; i < resources_.size(); ++i)
        drafting_->named.erase({resources_[i].kind, resources_[i].name});
    resources_.erase(resources_.begin() + static_cast<std::ptrdiff_t>(resources), resources_.end());
    unresolved_.erase(unresolved_.begin() + static_cast<std::ptrdiff_t>(unresolved), unresolved_.end());
    missing_on_error_reported_ = reported;
}

}  // namespace flowc::dsl
