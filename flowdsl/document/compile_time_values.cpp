#include "flowdsl/document/compile_time_values.hpp"

#include <algorithm>

#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"
#include "forms/text_places.hpp"
#include "syntax/duplicate_keys.hpp"
#include "syntax/read.hpp"
#include "syntax/text_rules.hpp"
#include "syntax/value_names.hpp"

namespace flowc::dsl {

namespace {

/// The mappings below `root` that have one of these keys.
std::vector<NodeId> mappings_with(const SyntaxTree& tree, NodeId root, const std::vector<NodeId>& keys) {
    std::vector<NodeId> found;
    for (NodeId id = root; !keys.empty() && id < tree[root].after; ++id)
        for (const auto [key, value] : tree.node(id).entries())
            if (std::binary_search(keys.begin(), keys.end(), key.id())) {
                found.push_back(id);
                break;
            }
    return found;
}

}  // namespace

bool CompileTimeValues::use(Node vars) {
    if (vars.tree() == vars_.tree() && vars.id() == vars_.id()) return false;
    vars_ = vars;
    own_.clear();
    known_.clear();
    for (const auto [name, value] : vars.entries()) own_.emplace(name.text(), value);
    return true;
}

bool CompileTimeValues::is_given(std::string_view name) const {
    return options_.values.count(name) != 0 || (options_.environment && options_.environment->values.count(name) != 0);
}

const std::vector<std::string_view>& CompileTimeValues::known() {
    if (!known_.empty()) return known_;
    for (const auto [key, value] : vars_.entries()) known_.push_back(key.text());
    if (options_.environment)
        for (const auto& [key, value] : options_.environment->values) known_.push_back(key);
    for (const auto& [key, value] : options_.values) known_.push_back(key);
    return known_;
}

std::optional<std::string_view> CompileTimeValues::value_of(std::string_view name) const {
    if (const auto value = options_.values.find(name); value != options_.values.end()) return value->second;
    const Environment* environment = options_.environment;
    if (environment)
        if (const auto value = environment->values.find(name); value != environment->values.end()) return value->second;
    // What is no text was reported with `vars`.
    if (const auto value = own_.find(name); value != own_.end())
        return value->second.text().empty() ? name : value->second.text();
    return std::nullopt;
}

void CompileTimeValues::report_unknown(std::string_view name, Span place, Diagnostics& diagnostics) {
    const std::string_view near = nearest(name, known());
    diagnostics.report(
        rules::unknown_value_name, place,
        "no value is given for `${" + std::string{name} + "}`; " +
            (near.empty() ? "give it with `--set`, or in `vars:` of the flow or of the environment file; what the call "
                            "knows is `{" +
                                std::string{name} + "}`, and `$${` the characters themselves"
                          : "did you mean `${" + std::string{near} + "}`?"));
}

void CompileTimeValues::check_given(std::string_view name, Span place, Diagnostics& diagnostics) {
    const auto given = options_.values.find(name);
    if (given == options_.values.end() || next_value_name(given->second, 0) == std::string::npos) return;
    if (!refused_.insert(name).second) return;
    diagnostics.report(rules::bad_value, place,
                       "`--set` gives `${" + std::string{name} +
                           "}` a text that holds `${`, and nothing is filled in there; give the text itself, or `$${` "
                           "for the characters");
}

std::string CompileTimeValues::filled(Node node, Diagnostics& diagnostics) {
    std::string_view text = node.text();
    TextPlaces places(sources_, node, false);
    std::string filled;
    for (std::size_t open = next_value_name(text, 0); open != std::string_view::npos; open = next_value_name(text, 0)) {
        if (size_ + filled.size() > max_json_bytes) break;
        const std::size_t close = text.find('}', open);
        const auto begin = static_cast<std::size_t>(text.data() - node.text().data()) + open;
        if (close == std::string_view::npos) {
            diagnostics.report(
                rules::bad_value, places.at(begin, 2),
                "a `${` begins a name such as `${Town}` and nothing closes this one; write `$${` for the "
                "characters themselves");
            break;
        }
        const std::string_view name = text.substr(open + 2, close - open - 2);
        filled.append(text.substr(0, open));
        const auto value = value_of(name);
        if (!value) report_unknown(name, places.at(begin, name.size() + 3), diagnostics);
        else check_given(name, places.at(begin, name.size() + 3), diagnostics);
        filled.append(value.value_or(name));
        text.remove_prefix(close + 1);
    }
    return filled.append(text);
}

void CompileTimeValues::fill_scalar(SyntaxTree& tree, NodeId id, Diagnostics& diagnostics) {
    const Node node = tree.node(id);
    if (!node.is_scalar() || size_ > max_json_bytes || next_value_name(node.text(), 0) == std::string_view::npos)
        return;
    SyntaxBuilder builder{tree};
    const std::string text = filled(node, diagnostics);
    size_ += text.size();
    builder.set_text(id, builder.keep(text));
    if (size_ > max_json_bytes)
        diagnostics.report(rules::file_too_large, node.span(),
                           "with their values the texts up to here hold more than " + std::to_string(max_json_bytes) +
                               " characters; use shorter values");
}

void CompileTimeValues::fill_own(SyntaxTree& tree, Diagnostics& diagnostics) {
    if (vars_.tree() != &tree) return;
    struct Open {
        Node value;
        std::size_t read;  ///< up to where its text was looked through
    };
    std::unordered_map<NodeId, bool> is_filled;  // false: what it names is being filled
    std::vector<Open> open;
    const auto begin = [&](Node value) {
        const bool is_new = value.is_scalar() && is_filled.emplace(value.id(), false).second;
        if (is_new) open.push_back({value, 0});
        return is_new;
    };
    for (const auto [variable, variable_value] : vars_.entries()) {
        begin(variable_value);
        while (!open.empty()) {
            const Node value = open.back().value;
            const std::string_view text = value.text();
            const std::size_t at = next_value_name(text, open.back().read);
            const std::size_t close = at == std::string_view::npos ? at : text.find('}', at);
            if (close == std::string_view::npos) {
                fill_scalar(tree, value.id(), diagnostics);
                is_filled[value.id()] = true;
                open.pop_back();
                continue;
            }
            open.back().read = close + 1;
            const std::string_view name = text.substr(at + 2, close - at - 2);
            const auto own = own_.find(name);
            if (own == own_.end() || is_given(name) || begin(own->second)) continue;
            if (!own->second.is_scalar() || is_filled[own->second.id()]) continue;
            TextPlaces places(sources_, value, false);
            diagnostics.report(rules::bad_value, places.at(at, name.size() + 3),
                               "`${" + std::string{name} +
                                   "}` never becomes a text, for its value leads back to this one; write the text "
                                   "itself in one of them");
            SyntaxBuilder{tree}.set_text(value.id(), name);
        }
    }
}

void CompileTimeValues::fill(SyntaxTree& tree, NodeId root, Node vars, Diagnostics& diagnostics) {
    // Nearly every document has none; an escape in quotes may write the sign, too.
    const std::string_view written = sources_.slice(tree[root].span);
    if (written.find('$') == std::string_view::npos && written.find('\\') == std::string_view::npos) return;
    const Node bind_key = tree.node(root).find("bind");
    std::vector<NodeId> named;
    for (NodeId id = root; id < tree[root].after; ++id) {
        const Node node = tree.node(id);
        if (bind_key && id >= bind_key.id() && id < tree[bind_key.id()].after) continue;
        if (!node.is_scalar() || next_value_name(node.text(), 0) == std::string_view::npos) continue;
        if (named.empty() && use(vars)) fill_own(tree, diagnostics);
        named.push_back(id);
        const bool is_own = vars_.tree() == &tree && id > vars_.id() && id < tree[vars_.id()].after;
        if (!is_own) fill_scalar(tree, id, diagnostics);
    }
    report_duplicate_keys(tree, mappings_with(tree, root, named), diagnostics);
}

}  // namespace flowc::dsl
