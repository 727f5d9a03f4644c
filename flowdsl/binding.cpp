#include <set>

#include "diagnostics/suggest.hpp"
#include "flowdsl/flow_lowering.hpp"
#include "flowdsl/parameters.hpp"
#include "flowdsl/reference.hpp"
#include "flowdsl/resource_word.hpp"

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

void FlowLowering::use_name(NodeId node, const ActionDraft& draft, ResourceKind kind, std::string_view name, Span span) {
    const Resource resource{kind, std::string{name}, span};
    if (named_.emplace(kind, keep(name)).second) resources_.push_back(resource);

    if (kind == ResourceKind::flow && info(draft.type).has(Effect::leaves_to_flow))
        hand_overs_.push_back({&draft, keep(name), span});

    const Binding& binding = head_.binding;
    // The Lambda that maps names is what the others are read from: it is never bound by itself.
    const bool at_run_time = binding.mode == Binding::Mode::external || binding.mode == Binding::Mode::attributes;
    const Binding::Mode mode = draft.maps && at_run_time ? Binding::Mode::arn : binding.mode;
    switch (mode) {
        case Binding::Mode::arn: {
            const auto arn = look_up(kind, name);
            builder_.set_text(node, keep(arn ? *arn : fill("<<{kind}:{name}>>", word_for(kind), name)));
            if (!arn && !options_.names_may_be_unresolved) unresolved_.push_back(resource);
            return;
        }
        case Binding::Mode::external:
            builder_.set_text(node, keep(named_path("$.External", name)));
            bound_.push_back({node, &draft, kind, keep(name), span});
            return;
        case Binding::Mode::attributes:
            if (name.find_first_of("$.") != std::string_view::npos)
                diagnostics_.report(rules::unresolved_name, span,
                                    quote(name) + " cannot be bound by `attributes`: an attribute's name holds neither `$` nor `.`; rename the resource");
            builder_.set_text(node, keep(named_path("$.Attributes", "res_" + std::string{name})));
            bound_.push_back({node, &draft, kind, keep(name), span});
            return;
        case Binding::Mode::placeholder:
            builder_.set_text(node, keep(fill(binding.pattern, word_for(kind), name)));
            return;
    }
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
    for (ActionDraft* copy : name_copies_) {
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
                attributes.literal("res_" + std::string{name}, named_path("$.External", name), span);
        }
        for (const std::string_view name : names) copy->attributes.push_back(keep("res_" + std::string{name}));
        parameters.literal("TargetContact", "Current", span);
    }
}

}  // namespace flowc::dsl
