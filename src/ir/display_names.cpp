#include "ir/display_names.hpp"

#include <algorithm>

namespace flowc {

namespace {

/// In today's exports below the parameter's own name, as deep as that stands.
std::string_view display_name(const Flow& flow, Node parameters) {
    if (!parameters) return {};
    const NodeId end = flow.tree[parameters.id()].after;
    for (NodeId id = parameters.id(); id + 1 < end; ++id) {
        const Node key = flow.node(id);
        const Node value = flow.node(id + 1);
        if (key.is_string() && key.text() == "displayName" && value.is_string()) return value.text();
    }
    return {};
}

/// In older ones beside them.
std::string_view name_of(const Flow& flow, Node said) {
    if (const auto name = display_name(flow, said.find("parameters")); !name.empty()) return name;
    for (const std::string_view key : {"contactFlow", "ContactFlow"})
        if (const Node text = said.find(key).find("text"); text.is_string()) return text.text();
    return said.find("contactFlowModuleName").text();
}

}  // namespace

DisplayNames::DisplayNames(const Flow& flow) {
    if (flow.document == no_node) return;
    const Node metadata = flow.node(flow.document).find("Metadata");
    Node actions = metadata.find("ActionMetadata");
    if (!actions) actions = metadata.find("actionMetadata");
    for (const auto [identifier, said] : actions.entries())
        if (const auto name = name_of(flow, said); !name.empty()) names_.emplace_back(identifier.text(), name);
    std::stable_sort(names_.begin(), names_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
}

std::string_view DisplayNames::find(std::string_view identifier) const {
    const auto found = std::lower_bound(names_.begin(), names_.end(), identifier,
                                        [](const auto& entry, std::string_view word) { return entry.first < word; });
    return found == names_.end() || found->first != identifier ? std::string_view() : found->second;
}

}  // namespace flowc
