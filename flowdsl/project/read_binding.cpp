#include "flowdsl/project/read_binding.hpp"

#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"
#include "source/ascii.hpp"

namespace flowc::dsl {

namespace {

/// The first `{word}` that no resource fills in; `{{word}}` and `${word}` are what other programs fill in.
std::string_view unknown_field(std::string_view pattern) {
    for (std::size_t at = pattern.find('{'); at < pattern.size(); at = pattern.find('{', at + 1)) {
        const std::string_view rest = pattern.substr(at);
        if (rest.starts_with("{kind}") || rest.starts_with("{name}")) continue;
        if (at > 0 && (pattern[at - 1] == '{' || pattern[at - 1] == '$')) continue;
        std::size_t end = 1;
        while (end < rest.size() && is_letter(rest[end])) ++end;
        if (end > 1 && end < rest.size() && rest[end] == '}') return rest.substr(1, end - 1);
    }
    return {};
}

}  // namespace

std::optional<Binding> read_binding(Node node, Diagnostics& diagnostics) {
    const std::string_view text = node.text();
    if (text == "arn") return Binding{Binding::Mode::arn, {}};
    if (text == "external") return Binding{Binding::Mode::external, {}};
    if (text == "attributes") return Binding{Binding::Mode::attributes, {}};
    if (const Node pattern = node.find("placeholder")) {
        if (node.size() == 1 && pattern.text() == "{name}") {
            diagnostics.report(
                rules::environment, pattern.span(),
                "a bare name looks like an id in the JSON; put signs around it, such as `\"<<{name}>>\"`");
            return std::nullopt;
        }
        if (const std::string_view field = unknown_field(pattern.text()); node.size() == 1 && !field.empty()) {
            static constexpr std::string_view fields[] = {"kind", "name"};
            const std::string_view near = nearest(field, fields);
            diagnostics.report(rules::environment, pattern.span(),
                               "a placeholder's pattern has no field `{" + std::string{field} + "}`" +
                                   (near.empty() ? "; it knows `{kind}` and `{name}`"
                                                 : "; did you mean `{" + std::string{near} + "}`?"));
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
