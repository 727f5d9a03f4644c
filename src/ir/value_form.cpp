#include "ir/value_form.hpp"

#include "ir/placeholder.hpp"
#include "ir/reference.hpp"

namespace flowc {

ValueForm value_form(Node value) {
    if (!value.is_scalar() || value.kind() == NodeKind::null) return ValueForm::other;
    const std::string_view text = value.text();
    if (text.empty()) return ValueForm::empty;
    const Signs signs(text);
    if (has_placeholder(text, signs)) return ValueForm::placeholder;
    if (!signs.has(Signs::dollar)) return ValueForm::fixed;
    switch (references_in(text)) {
        case References::whole: return ValueForm::reference;
        case References::inside: return ValueForm::mixed;
        case References::none: break;
    }
    return ValueForm::fixed;
}

}  // namespace flowc
