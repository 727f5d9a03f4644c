#include "flowdsl/compile_time_values.hpp"

#include <algorithm>

#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"

namespace flowc::dsl {

void fill_compile_time_values(SyntaxTree& tree, NodeId root, const CompileOptions& options, Node own,
                              std::span<const Node> params, Diagnostics& diagnostics) {
    const Environment* environment = options.environment;
    SyntaxBuilder builder{tree};
    const Node bind_key = tree.node(root).find("bind");
    for (NodeId id = root; id < tree[root].after; ++id) {
        const Node node = tree.node(id);
        if (bind_key && id >= bind_key.id() && id < tree[bind_key.id()].after) continue;
        if (!node.is_scalar() || node.text().find("${") == std::string_view::npos) continue;
        const std::string_view text = node.text();
        std::string filled;
        for (std::size_t i = 0; i < text.size();) {
            if (text.substr(i).starts_with("$${")) {
                filled += "$${";
                i += 3;
                continue;
            }
            const std::size_t close = text.substr(i).starts_with("${") ? text.find('}', i) : std::string_view::npos;
            if (close == std::string_view::npos) {
                filled += text[i++];
                continue;
            }
            const std::string_view name = text.substr(i + 2, close - i - 2);
            i = close + 1;
            if (std::any_of(params.begin(), params.end(), [&](Node param) { return param.text() == name; })) {
                filled.append("${").append(name).append("}");
                continue;
            }
            if (const auto value = options.values.find(name); value != options.values.end()) {
                filled += value->second;
                continue;
            }
            if (environment)
                if (const auto value = environment->values.find(name); value != environment->values.end()) {
                    filled += value->second;
                    continue;
                }
            if (const Node value = own.find(name)) {
                // What is no text was reported with `vars`.
                filled += value.text().empty() ? name : value.text();
                continue;
            }
            std::vector<std::string_view> known;
            for (const auto [key, value] : own.entries()) known.push_back(key.text());
            if (environment)
                for (const auto& [key, value] : environment->values) known.push_back(key);
            for (const auto& [key, value] : options.values) known.push_back(key);
            const std::string_view near = nearest(name, known);
            diagnostics.report(rules::unknown_value_name, node.span(),
                               "no value is given for `${" + std::string{name} + "}`; " +
                                   (near.empty() ? "give it with `--set`, or in `vars:` of the flow or of the environment file, or write `$${` for the characters themselves"
                                                 : "did you mean `${" + std::string{near} + "}`?"));
            filled += name;
        }
        builder.set_text(id, builder.keep(filled));
    }
}

}  // namespace flowc::dsl
