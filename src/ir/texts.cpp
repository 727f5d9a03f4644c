#include "ir/texts.hpp"

#include "ir/placeholder.hpp"
#include "ir/reference.hpp"

namespace flowc {

Texts::Texts(const Flow& flow) : looks_(flow.tree.size()) {
    references_.reserve(flow.actions.size());
    for (ActionId id = 0; id < flow.actions.size(); ++id) {
        const Action& action = flow.actions[id];
        look_into(flow.node(action.parameters), {id, {}});
        for (const Transition& transition : flow.transitions_of(action, Transition::Kind::condition)) {
            const Node operands = flow.node(transition.operands);
            look_into(operands, {id, operands});
        }
    }
}

void Texts::look_into(Node value, const Place& place) {
    if (value.is_mapping()) {
        for (const auto [key, child] : value.entries()) {
            look_at_key(key, place);
            look_into(child, place);
        }
    } else if (value.is_sequence()) {
        for (const Node item : value.items()) look_into(item, place);
    } else if (value.is_scalar() && value.kind() != NodeKind::null) {
        const Signs signs(value.text());
        const ValueForm form = form_of(value, signs, place);
        see(form);
        looks_[value.id()] = static_cast<std::uint32_t>(form) | signs.bits() << form_width;
    }
}

void Texts::look_at_key(Node key, const Place& place) {
    const std::string_view text = key.text();
    if (text.empty()) see(ValueForm::empty);
    if (text.find('$') != std::string_view::npos) add_references(key, place);
}

ValueForm Texts::form_of(Node scalar, Signs signs, const Place& place) {
    const std::string_view text = scalar.text();
    if (text.empty()) return ValueForm::empty;
    const std::size_t before = references_.size();
    if (signs.has(Signs::dollar)) add_references(scalar, place);
    if (has_placeholder(text, signs)) return ValueForm::placeholder;
    if (references_.size() == before) return ValueForm::fixed;
    return references_[before].text.size() == text.size() ? ValueForm::reference : ValueForm::mixed;
}

void Texts::add_references(Node scalar, const Place& place) {
    ReferenceReader reader(scalar.text());
    for (std::string_view one = reader.next(); !one.empty(); one = reader.next())
        references_.push_back({place.action, scalar, place.operands, one});
}

}  // namespace flowc
