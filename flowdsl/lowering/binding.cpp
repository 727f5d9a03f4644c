#include <set>

#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/flow_lowering.hpp"
#include "flowdsl/lowering/parameters.hpp"
#include "flowdsl/names/mapped_names.hpp"
#include "flowdsl/words/reference.hpp"
#include "flowdsl/words/resource_word.hpp"

/// The part of `FlowLowering` that writes the names of resources (§6).
namespace flowc::dsl {

namespace {

std::string fill(std::string_view pattern, std::string_view kind, std::string_view name) {
    std::string text;
    for (std::size_t i = 0; i < pattern.size();) {
        if (pattern.substr(i).starts_with("{kind}")) {
            text += kind;
            i += 6;
        } else if (pattern.substr(i).starts_with("{name}")) {
            text += name;
            i += 6;
        } else {
            text += pattern[i++];
        }
    }
    return text;
}

}  // namespace

void FlowLowering::use_name(NodeId node, ActionDraft& draft, ResourceKind kind, std::string_view name, Span span) {
    if (drafting_->named.emplace(kind, name).second) resources_.push_back({kind, std::string{name}, span});

    const KnownFlows::Flow own = use_flow(draft, kind, name, span);
    const Binding& binding = head_.binding;
    // The Lambda that maps names is what the others are read from: it is never bound by itself. What the project holds
    // itself is known without asking a Lambda, where it has been created.
    const bool at_run_time = binding.mode == Binding::Mode::external || binding.mode == Binding::Mode::attributes;
    Binding::Mode mode = draft.maps && at_run_time ? Binding::Mode::arn : binding.mode;
    const auto arn = mode == Binding::Mode::arn || own ? look_up(kind, name) : std::nullopt;
    if (own && arn) mode = Binding::Mode::arn;
    switch (mode) {
        case Binding::Mode::arn: {
            builder_.set_text(node, arn ? keep(*arn) : keep({"<<", word_for(kind), ":", name, ">>"}));
            if (!arn && !options_.names_may_be_unresolved && !is_of_other_kind(kind, name)) {
                Diagnostic place;
                place.span = span;
                label_use(flow_.uses, use_, place);
                unresolved_.push_back({{kind, std::string{name}, span}, std::move(place.labels)});
            }
            return;
        }
        case Binding::Mode::external:
            builder_.set_text(node, keep(named_path("$.External", name)));
            bound_.push_back({node, &draft, kind, keep(name), span});
            return;
        case Binding::Mode::attributes:
            if (name.find_first_of("$.") != std::string_view::npos) {
                diagnostics_.report(rules::unresolved_name, span,
                                    quote(name) +
                                        " cannot be bound by `attributes`: an attribute's name holds neither `$` nor "
                                        "`.`; rename the resource");
                return;
            }
            builder_.set_text(node, keep(named_path("$.Attributes", copied_name(name))));
            bound_.push_back({node, &draft, kind, keep(name), span});
            return;
        case Binding::Mode::placeholder:
            builder_.set_text(node, keep(fill(binding.pattern, word_for(kind), name)));
            return;
    }
}

/// The flow or module of the project that a step names, where it is one.
KnownFlows::Flow FlowLowering::use_flow(ActionDraft& draft, ResourceKind kind, std::string_view name, Span span) {
    if (kind != ResourceKind::flow && kind != ResourceKind::module) return {};
    const KnownFlows::Flow flow = flows_.find(kind, name);
    if (is_of_other_kind(kind, name))
        diagnostics_.report(
            rules::unresolved_name, span,
            kind == ResourceKind::flow
                ? quote(name) + " is a module of this project, and a flow is wanted here; a step `invoke: " +
                      std::string{name} + "` runs it"
                : quote(name) + " is a flow of this project, and a module is wanted here; `transfer: {flow: " +
                      std::string{name} + "}` goes on in it");
    if (!flow || draft.type == ActionType::unknown) return flow;
    const ActionInfo& row = info(draft.type);
    if (row.has(Effect::calls_module)) draft.module = flow;
    // Who answers a message brings nothing along.
    const bool begins_one = row.has(Effect::creates_contact) && !row.has(Effect::sends_message);
    if (begins_one || row.has(Effect::calls_module) || row.has(Effect::leaves_to_flow) ||
        row.has(Effect::sets_event_hook))
        hand_overs_.push_back({&draft, flow, span});
    return flow;
}

/// Whether the project has a module of that name where a flow is wanted, or the other way round, and nothing else knows the name.
bool FlowLowering::is_of_other_kind(ResourceKind kind, std::string_view name) const {
    if (kind != ResourceKind::flow && kind != ResourceKind::module) return false;
    const ResourceKind other = kind == ResourceKind::flow ? ResourceKind::module : ResourceKind::flow;
    return !flows_.find(kind, name) && flows_.find(other, name) && !look_up(kind, name);
}

std::optional<std::string> FlowLowering::look_up(ResourceKind kind, std::string_view name) const {
    if (options_.environment) {
        const auto& arns = options_.environment->arns;
        if (const auto of_kind = arns.find(kind); of_kind != arns.end())
            if (const auto found = of_kind->second.find(name); found != of_kind->second.end()) return found->second;
    }
    return options_.resolver ? options_.resolver(kind, name) : std::nullopt;
}

void FlowLowering::fill_name_copies() {
    for (ActionDraft* copy : drafting_->name_copies) {
        copy->copies_names = true;
        std::vector<std::string_view> names;
        std::set<std::string_view> seen;
        for (const BoundName& bound : bound_)
            if (seen.insert(bound.name).second) names.push_back(bound.name);
        if (names.empty()) {
            copy->dropped = true;
            continue;
        }
        const Span span = copy->type_span;
        Parameters parameters(*this, *copy, span);
        {
            Parameters attributes = parameters.object("Attributes", span);
            for (const std::string_view name : names)
                attributes.literal(copied_name(name), named_path("$.External", name), span);
        }
        for (const std::string_view name : names) copy->attributes.push_back(keep(copied_name(name)));
        parameters.literal("TargetContact", "Current", span);
    }
}

}  // namespace flowc::dsl
