#include "forms/search.hpp"

#include <utility>

#include "forms/template_function.hpp"
#include "ir/parts.hpp"
#include "ir/placeholder.hpp"
#include "source/ascii.hpp"

namespace flowc {

namespace {

/// Whether a key stands in a JSON text. It is searched for by its first letter, since quotes are everywhere there.
bool has_json_key(std::string_view text, std::string_view key) {
    for (std::size_t at = text.find(key); at != std::string_view::npos; at = text.find(key, at + 1)) {
        const std::size_t end = at + key.size();
        if (at > 0 && text[at - 1] == '"' && end < text.size() && text[end] == '"') return true;
    }
    return false;
}

bool begins_with_brace(std::string_view text) {
    std::size_t first = 0;
    while (first < text.size() && is_space(text[first])) ++first;
    return first < text.size() && text[first] == '{';
}

/// Other documents have lists of `Actions`, too, and a JSON Schema of flows describes both keys.
bool is_flow(Node mapping) {
    static constexpr Keys<3> keys{"Actions", "StartAction", "Version"};
    const Parts<keys> parts(mapping);
    return parts[0] && (parts[1] || parts[2].text() == "2019-10-30") && !parts[1].is_mapping();
}

/// The keys that make a text a flow, in either of the formats that there ever were.
struct FlowKeys {
    bool actions = false;
    bool version = false;
    bool start_action = false;
    bool modules = false;

    void look(std::string_view text) {
        actions = actions || has_json_key(text, "Actions");
        version = version || has_json_key(text, "Version");
        if (are_a_flow()) return;
        start_action = start_action || has_json_key(text, "StartAction");
        modules = modules || (has_json_key(text, "modules") && has_json_key(text, "start"));
    }
    bool are_a_flow() const { return (actions && (version || start_action)) || (start_action && version) || modules; }
};

/// Whether nobody can tell yet what a value will be.
bool is_open(Node value) {
    return value.kind() == NodeKind::alias || template_function(value) ||
           (value.is_scalar() && has_placeholder(value.text()));
}

class Search {
  public:
    FoundFlows found;

    void visit(Node node, std::string_view key, const Surroundings& around) {
        const auto function = template_function(node);
        if (!function) {
            value(node, key, around);
        } else if (is_join(*function)) {
            joined(node, parts_of_join(*function), key, around);
        } else if (function->name == "Sub") {
            Surroundings filled = around;
            filled.is_template = true;
            rename(function->argument);
            value(function->argument, key, filled);
        } else if (function->name == "ToJsonString" && is_flow(function->argument)) {
            add(FoundFlow::Kind::made_text, function->argument, key, around);
        } else if (function->name == "Base64" && is_content_key(key) && around.holds_flow) {
            add(FoundFlow::Kind::nothing, node, key, around);
        } else {
            value(function->argument, key, around);
        }
    }

  private:
    /// A value that is no function, or the argument of one, which stands for it.
    void value(Node node, std::string_view key, const Surroundings& around) {
        if (node.is_string()) {
            text(node, key, around);
        } else if (node.is_sequence()) {
            for (const Node item : node.items()) visit(item, key, around);
        } else if (node.is_mapping()) {
            mapping(node, key, around);
        }
    }

    /// `Fn::Sub: [pattern, {Name: value}]`.
    void rename(Node argument) {
        if (!argument.is_sequence() || argument.size() != 2) return;
        for (const Entry entry : (*++argument.items().begin()).entries()) found.renamed.push_back(entry);
    }

    void add(FoundFlow::Kind kind, Node node, std::string_view key, const Surroundings& around) {
        found.flows.push_back({kind, node, around, is_content_key(key)});
    }

    void text(Node node, std::string_view key, const Surroundings& around) {
        if (around.is_template && around.holds_flow && is_content_key(key) &&
            node.text().starts_with(terraform_encoding))
            return add(FoundFlow::Kind::encoded, node, key, around);
        if (!begins_with_brace(node.text())) return;
        FlowKeys keys;
        keys.look(node.text());
        if (keys.are_a_flow() || (around.holds_flow && is_content_key(key)))
            add(FoundFlow::Kind::text, node, key, around);
    }

    void joined(Node join, Node parts, std::string_view key, const Surroundings& around) {
        Node first;
        FlowKeys keys;
        for (const Node part : parts.items()) {
            const Node said = scalar_of(part);
            if (!first) first = said;
            keys.look(said.text());
        }
        if (!begins_with_brace(first.text())) return;
        if (keys.are_a_flow() || (around.holds_flow && is_content_key(key)))
            add(FoundFlow::Kind::joined, join, key, around);
    }

    void mapping(Node node, std::string_view key, const Surroundings& around) {
        if (is_flow(node)) {
            add(FoundFlow::Kind::object, node, key, around);
            return;
        }
        const Surroundings inner = around.within(node, key);
        found.names_flows = found.names_flows || inner.holds_flow;
        for (const auto [name, child] : node.entries()) {
            // Nearly all texts of a large document are no flow, and stand nowhere where one has to be.
            if (child.is_string() && !inner.holds_flow && !inner.needs_flow && !begins_with_brace(child.text()))
                continue;
            const std::size_t before = found.flows.size();
            visit(child, name.text(), inner);
            if (inner.needs_flow && is_content_key(name.text()) && found.flows.size() == before && !is_open(child))
                add(FoundFlow::Kind::nothing, child, name.text(), inner);
        }
    }
};

}  // namespace

FoundFlows FoundFlows::in(const SyntaxTree& tree) const {
    FoundFlows moved = *this;
    const auto move = [&](Node& node) { node = tree.node(node.id()); };
    for (FoundFlow& flow : moved.flows) {
        move(flow.node);
        move(flow.around.settings);
        move(flow.around.no_type);
    }
    for (Entry& entry : moved.renamed) {
        move(entry.key);
        move(entry.value);
    }
    return moved;
}

FoundFlows search(Node root) {
    Search search;
    search.visit(root, {}, {});
    return std::move(search.found);
}

}  // namespace flowc
