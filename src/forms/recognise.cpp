#include "forms/recognise.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "forms/search.hpp"

namespace flowc {

namespace {

/// The list of a flow's actions; other documents have lists of `Actions`, and Step Functions have `States` as a mapping.
bool lists(Node items, std::initializer_list<std::string_view> keys) {
    if (!items.is_sequence() || items.size() == 0) return false;
    const Node first = *items.items().begin();
    return std::any_of(keys.begin(), keys.end(), [&](std::string_view key) { return first.find_key(key); });
}

}  // namespace

Form form_of_keys(Node root) {
    if (!root.is_mapping()) return Form::other;
    Node actions;
    bool version = false;
    bool start_action = false;
    bool modules = false;
    bool start = false;
    Node states;
    for (const auto [key, value] : root.entries()) {
        const std::string_view name = key.text();
        if (name == "Actions") actions = value;
        else if (name == "Version") version = value.text() == "2019-10-30";
        else if (name == "StartAction") start_action = true;
        else if (name == "modules") modules = value.is_sequence();
        else if (name == "start") start = true;
        else if (name == "States") states = value;
    }
    if (actions && (version || start_action)) return Form::content;
    if (modules && start) return Form::legacy_export;
    if (lists(states, {"Branches"}) || (states.is_sequence() && start_action)) return Form::states;
    return start_action || lists(actions, {"Identifier", "Transitions"}) ? Form::content : Form::other;
}

Form recognise(const SyntaxTree& tree, std::vector<FoundFlows>& found) {
    for (const NodeId id : tree.roots()) {
        const Node root = tree.node(id);
        if (const Form form = form_of_keys(root); form != Form::other) return form;
        if (!found.emplace_back(search(root)).any()) continue;
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
