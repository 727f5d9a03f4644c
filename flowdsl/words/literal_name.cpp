#include "flowdsl/words/literal_name.hpp"

#include <string_view>

#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"

namespace flowc::dsl {

void refuse_reference(Node name, Diagnostics& diagnostics) {
    const std::string_view text = name.text();
    const std::size_t open = text.find('{');
    if (open == std::string_view::npos || text.find('}', open) == std::string_view::npos) return;
    if (text.substr(open).starts_with("{{") || (open > 0 && text[open - 1] == '$')) return;
    diagnostics.report(rules::bad_value, name.span(),
                       "a name is written as it stands, and nothing is filled in where " + quote(text) +
                           " has `{`; write the name itself");
}

}  // namespace flowc::dsl
