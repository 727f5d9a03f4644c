#include "forms/template_function.hpp"

#include <algorithm>

namespace flowc {

namespace {

std::string_view tag_of(Node node) {
    const auto& properties = node.tree()->properties();
    if (properties.empty()) return {};  // of JSON
    auto at = std::lower_bound(properties.begin(), properties.end(), node.id(),
                               [](const NodeProperty& property, NodeId id) { return property.node < id; });
    for (; at != properties.end() && at->node == node.id(); ++at)
        if (!at->tag.empty()) return at->tag;
    return {};
}

}  // namespace

std::optional<TemplateFunction> template_function(Node value) {
    if (!value) return std::nullopt;
    if (const std::string_view tag = tag_of(value); tag.size() > 1 && tag[0] == '!' && tag[1] != '!')
        return TemplateFunction{tag.substr(1), value};
    const Node::Entries entries = value.entries();
    auto entry = entries.begin();
    if (!(entry != entries.end())) return std::nullopt;
    const Entry only = *entry;
    if (++entry != entries.end()) return std::nullopt;
    const std::string_view key = only.key.text();
    if (key.starts_with("Fn::")) return TemplateFunction{key.substr(4), only.value};
    if (key == "Ref") return TemplateFunction{key, only.value};
    return std::nullopt;
}

bool is_join(const TemplateFunction& function) {
    return function.name == "Join" && function.argument.is_sequence() && function.argument.size() == 2;
}

Node parts_of_join(const TemplateFunction& join) { return *++join.argument.items().begin(); }

std::string placeholder_name(Node value) {
    const auto function = template_function(value);
    if (!function) return "value";
    std::string name;
    if (function->argument.is_scalar()) name = function->argument.text();
    for (const Node part : function->argument.items()) {
        if (!part.is_scalar()) return std::string(function->name);
        name.append(name.empty() ? "" : ".").append(part.text());
    }
    return name.find_first_of("{}\"\\\n") != std::string::npos ? std::string(function->name) : name;
}

Node scalar_of(Node value) {
    const auto function = template_function(value);
    if (function && function->name != "Sub") return {};
    Node said = function ? function->argument : value;
    if (function && said.is_sequence() && said.size() > 0) said = *said.items().begin();
    return said.is_scalar() ? said : Node{};
}

}  // namespace flowc
