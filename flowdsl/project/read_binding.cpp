#include "flowdsl/project/read_binding.hpp"

#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"

namespace flowc::dsl {

std::optional<Binding> read_binding(Node node, Diagnostics& diagnostics) {
    const std::string_view text = node.text();
    if (text == "arn") return Binding{Binding::Mode::arn, {}};
    if (text == "external") return Binding{Binding::Mode::external, {}};
    if (text == "attributes") return Binding{Binding::Mode::attributes, {}};
    if (const Node pattern = node.find("placeholder")) {
        if (node.size() == 1 && pattern.text() == "{name}") {
            diagnostics.report(rules::environment, pattern.span(),
                               "a bare name looks like an id in the JSON; put signs around it, such as `\"<<{name}>>\"`");
            return std::nullopt;
        }
        if (node.size() == 1 && pattern.text().find("{name}") != std::string_view::npos)
            return Binding{Binding::Mode::placeholder, std::string{pattern.text()}};
        diagnostics.report(
            rules::environment, pattern.span(),
            "a placeholder's pattern holds `{name}`, such as `\"<<{name}>>\"`, and nothing stands beside it");
        return std::nullopt;
    }
    static constexpr std::string_view modes[] = {"arn", "external", "attributes", "placeholder"};
    const std::string_view near = nearest(text, modes);
    diagnostics.report(rules::environment, node.span(),
                       near.empty() ? "`bind` takes `arn`, `external`, `attributes` or `{placeholder: \"<<{name}>>\"}`"
                       : near == "placeholder"
                           ? "`bind: placeholder` needs a pattern; write `bind: {placeholder: \"<<{name}>>\"}`"
                           : "`bind` does not know " + quote(text) + "; did you mean `" + std::string{near} + "`?");
    return std::nullopt;
}

}  // namespace flowc::dsl
