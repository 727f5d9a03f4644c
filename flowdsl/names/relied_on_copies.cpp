#include "flowdsl/names/relied_on_copies.hpp"

#include <algorithm>
#include <string_view>

#include "diagnostics/suggest.hpp"
#include "flow_set/summary.hpp"
#include "flowdsl/names/mapped_names.hpp"
#include "flowdsl/rules.hpp"
#include "flowdsl/words/reference.hpp"

namespace flowc::dsl {

namespace {

bool is_copy(std::string_view attribute) { return attribute.starts_with(copied_name({})); }

}  // namespace

void ReliedOnCopies::add(const FlowHead& head, const CompiledFlow& compiled) {
    const FlowSummary summary = summary_of(compiled.flow);
    bool copies = false;
    for (const FlowSummary::Write& write : summary.writes) {
        copies = copies || is_copy(write.attribute);
        written_.insert(write.attribute);
    }
    writes_any_ = writes_any_ || summary.writes_any;
    if (head.binding.mode != Binding::Mode::attributes || copies) return;
    std::set<std::string_view> texts;
    for (NodeId id = 0; id < compiled.flow.tree.size(); ++id) texts.insert(compiled.flow.node(id).text());
    for (const Resource& resource : compiled.resources)
        if (texts.count(named_path("$.Attributes", copied_name(resource.name))) != 0) relied_on_.push_back(resource);
}

bool ReliedOnCopies::any() const {
    return !writes_any_ && std::any_of(relied_on_.begin(), relied_on_.end(), [&](const Resource& name) {
        return written_.count(copied_name(name.name)) == 0;
    });
}

void ReliedOnCopies::report_missing(const FlowSet* others, Diagnostics& diagnostics) const {
    if (writes_any_ || (others && others->writes_any())) return;
    const auto holds_copy = [](const auto& names) { return std::any_of(names.begin(), names.end(), is_copy); };
    const bool copied = holds_copy(written_) || (others && holds_copy(others->attributes()));
    if (!copied && !relied_on_.empty()) {
        const Resource& first = relied_on_.front();
        diagnostics.report(
            rules::maybe_unknown_name, first.span,
            quote(first.name) + " is read from the attribute " + quote(copied_name(first.name)) +
                ", and no flow here copies any name to its attribute; mark the mapping Lambda's step with `maps: on`");
        return;
    }
    for (const Resource& name : relied_on_) {
        const std::string attribute = copied_name(name.name);
        if (written_.count(attribute) != 0 || (others && others->writes(attribute))) continue;
        diagnostics.report(
            rules::maybe_unknown_name, name.span,
            quote(name.name) + " is read from the attribute " + quote(attribute) +
                ", and no flow copies it there: the mapping Lambda's step copies what its own flow names; "
                "write `set: {\"" +
                attribute + "\": \"" + named_path("$.External", name.name) +
                "\"}` behind it, or call it in this flow, too");
    }
}

}  // namespace flowc::dsl
