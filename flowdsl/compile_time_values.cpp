#include "flowdsl/compile_time_values.hpp"

#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"
#include "forms/text_places.hpp"
#include "syntax/read.hpp"
#include "syntax/text_rules.hpp"

namespace flowc::dsl {

void CompileTimeValues::use(Node vars) {
    if (vars.tree() == vars_.tree() && vars.id() == vars_.id()) return;
    vars_ = vars;
    own_.clear();
    known_.clear();
    for (const auto [name, value] : vars.entries()) own_.emplace(name.text(), value);
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
    diagnostics.report(rules::unknown_value_name, place,
                       "no value is given for `${" + std::string{name} + "}`; " +
                           (near.empty() ? "give it with `--set`, or in `vars:` of the flow or of the environment file, "
                                           "or write `$${` for the characters themselves"
                                         : "did you mean `${" + std::string{near} + "}`?"));
}

std::string CompileTimeValues::filled(Node node, Diagnostics& diagnostics) {
    std::string_view text = node.text();
    TextPlaces places(sources_, node, false);
    std::string filled;
    for (std::size_t open = text.find("${"); open != std::string_view::npos; open = text.find("${")) {
        if (open > 0 && text[open - 1] == '$') {
            filled.append(text.substr(0, open + 2));
            text.remove_prefix(open + 2);
            continue;
        }
        if (size_ + filled.size() > max_json_bytes) break;
        const std::size_t close = text.find('}', open);
        if (close == std::string_view::npos) {
            const auto begin = static_cast<std::size_t>(text.data() - node.text().data()) + open;
            diagnostics.report(rules::bad_value, places.at(begin, 2),
                               "a `${` begins a name such as `${Town}` and nothing closes this one; write `$${` for the "
                               "characters themselves");
            break;
        }
        const std::string_view name = text.substr(open + 2, close - open - 2);
        filled.append(text.substr(0, open));
        const auto value = value_of(name);
        const auto begin = static_cast<std::size_t>(name.data() - node.text().data()) - 2;
        if (!value) report_unknown(name, places.at(begin, name.size() + 3), diagnostics);
        filled.append(value.value_or(name));
        text.remove_prefix(close + 1);
    }
    return filled.append(text);
}

void CompileTimeValues::fill(SyntaxTree& tree, NodeId root, Node vars, Diagnostics& diagnostics) {
    // Nearly every document has none; an escape in quotes may write the sign, too.
    const std::string_view written = sources_.slice(tree[root].span);
    if (written.find('$') == std::string_view::npos && written.find('\\') == std::string_view::npos) return;
    SyntaxBuilder builder{tree};
    const Node bind_key = tree.node(root).find("bind");
    bool ready = false;
    for (NodeId id = root; id < tree[root].after; ++id) {
        const Node node = tree.node(id);
        if (bind_key && id >= bind_key.id() && id < tree[bind_key.id()].after) continue;
        if (!node.is_scalar() || node.text().find("${") == std::string_view::npos) continue;
        if (!ready) {
            use(vars);
            ready = true;
        }
        if (size_ > max_json_bytes) return;  // was reported
        const std::string text = filled(node, diagnostics);
        size_ += text.size();
        builder.set_text(id, builder.keep(text));
        if (size_ > max_json_bytes)
            diagnostics.report(rules::file_too_large, node.span(),
                               "with their values the texts up to here hold more than " +
                                   std::to_string(max_json_bytes) + " characters; use shorter values");
    }
}

}  // namespace flowc::dsl
