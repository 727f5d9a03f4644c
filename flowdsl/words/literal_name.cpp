#include "flowdsl/words/literal_name.hpp"

#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"

namespace flowc::dsl {

bool holds_reference(std::string_view text) {
    for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
        const bool is_brace = text.substr(open).starts_with("{{");
        if (is_brace) ++open;
        else if (open == 0 || text[open - 1] != '$') return text.find('}', open) != std::string_view::npos;
    }
    return false;
}

void refuse_reference(Node name, Diagnostics& diagnostics) {
    if (!holds_reference(name.text())) return;
    diagnostics.report(rules::bad_value, name.span(),
                       "a name is written as it stands, and nothing is filled in where " + quote(name.text()) +
                           " has `{`; write the name itself");
}

}  // namespace flowc::dsl
