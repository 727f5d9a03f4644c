#include "forms/recognise.hpp"

#include <algorithm>
#include <string>

#include "forms/search.hpp"

namespace flowc {

Form form_of_keys(Node root) {
    if (!root.is_mapping()) return Form::other;
    bool actions = false;
    bool version = false;
    bool start_action = false;
    bool modules = false;
    bool start = false;
    Node states;
    for (const auto [key, value] : root.entries()) {
        const std::string_view name = key.text();
        if (name == "Actions") actions = true;
        else if (name == "Version") version = true;
        else if (name == "StartAction") start_action = true;
        else if (name == "modules") modules = value.is_sequence();
        else if (name == "start") start = true;
        else if (name == "States") states = value;
    }
    if (actions && (version || start_action)) return Form::content;
    if (modules && start) return Form::legacy_export;
    // Step Functions have `States` too, as a mapping, and other files lists of other things.
    const bool typed = states.is_sequence() && states.size() > 0 && (*states.items().begin()).find("Type");
    if (typed || (states.is_sequence() && start_action)) return Form::states;
    if (start_action) return Form::content;
    if (actions && root.find("Actions").is_sequence()) return Form::content;
    return Form::other;
}

Form recognise(const SyntaxTree& tree) {
    for (const NodeId id : tree.roots()) {
        const Node root = tree.node(id);
        if (const Form form = form_of_keys(root); form != Form::other) return form;
        const FoundFlows inside = search(root);
        if (inside.flows.empty() && !inside.names_flows) continue;
        return root.find("Resources").is_mapping() ? Form::template_ : Form::wrapper;
    }
    return Form::other;
}

namespace {

/// Whether a key stands in a text, in whatever notation: in either quotes, or in none before its colon.
bool has_key(std::string_view text, std::string_view key) {
    for (std::size_t at = text.find(key); at != std::string_view::npos; at = text.find(key, at + 1)) {
        const char before = at == 0 ? ' ' : text[at - 1];
        const std::string_view behind = text.substr(at + key.size());
        if ((before == '"' || before == '\'') && behind.starts_with(before)) return true;
        const std::size_t next = behind.find_first_not_of(" \t");
        const bool is_word = std::string_view(" \t\r\n{,").find(before) != std::string_view::npos;
        if (is_word && next != std::string_view::npos && behind[next] == ':') return true;
    }
    return false;
}

}  // namespace

Form recognise_broken(std::string_view text) {
    // In UTF-16 every other byte of what is looked for is zero.
    std::string without_zeros;
    if (text.find('\0') != std::string_view::npos) {
        std::copy_if(text.begin(), text.end(), std::back_inserter(without_zeros), [](char c) { return c != '\0'; });
        text = without_zeros;
    }
    const auto has = [&](std::string_view word) { return text.find(word) != std::string_view::npos; };
    // A file that was cut short has no `Actions` yet.
    const bool dated = has("2019-10-30") && has_key(text, "Version");
    const bool starts = has_key(text, "StartAction");
    if ((starts && dated) || ((starts || dated) && has_key(text, "Actions"))) return Form::content;
    if (has("\"modules\"") && has("\"start\"")) return Form::legacy_export;
    if (has("AWS::Connect::ContactFlow")) return Form::template_;
    if (has("\\\"StartAction\\\"") || (has("\"ContactFlowType\"") && has("\"Content\""))) return Form::wrapper;
    return Form::other;
}

}  // namespace flowc
