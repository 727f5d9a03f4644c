#include "ir/texts.hpp"

#include "ir/placeholder.hpp"
#include "ir/reference.hpp"

namespace flowc {

Texts::Texts(const Flow& flow) : looks_(flow.tree.size()) {
    references_.reserve(flow.actions.size());
    for (ActionId id = 0; id < flow.actions.size(); ++id) {
        const Action& action = flow.actions[id];
        for (const Entry parameter : flow.node(action.parameters).entries())
            look_below(flow, parameter.value.id(), {id, {}});
        for (const Transition& transition : flow.transitions_of(action, Transition::Kind::condition))
            look_below(flow, transition.operands, {id, flow.node(transition.operands)});
    }
}

void Texts::look_below(const Flow& flow, NodeId top, const Place& place) {
    if (top == no_node) return;
    // Scalars are leaves of one consecutive run of nodes.
    const NodeId end = flow.tree[top].after;
    for (NodeId id = top; id < end; ++id) {
        const SyntaxNode& node = flow.tree[id];
        if (node.kind() > NodeKind::string || node.kind() == NodeKind::null) continue;
        const std::string_view text = node.value();
        const Signs signs(text);
        ValueForm form = text.empty() ? ValueForm::empty : ValueForm::fixed;
        if (signs.has(Signs::opening)) form = form_of(flow.node(id), signs, place);
        seen_ |= signs.bits();
        forms_ |= 1u << static_cast<unsigned>(form);
        looks_[id] = static_cast<std::uint32_t>(form) | signs.bits() << form_width;
    }
}

ValueForm Texts::form_of(Node scalar, Signs signs, const Place& place) {
    const std::string_view text = scalar.text();
    const std::size_t before = references_.size();
    if (signs.has(Signs::dollar)) {
        ReferenceReader reader(text);
        for (std::string_view one = reader.next(); !one.empty(); one = reader.next())
            references_.push_back({place.action, scalar, place.operands, one});
    }
    const bool is_reference = references_.size() > before && references_[before].text.size() == text.size();
    // In brackets and backticks of a reference may stand anything.
    constexpr unsigned of_others = (Signs::opening | Signs::backtick) & ~unsigned{Signs::dollar | Signs::underscore};
    const bool is_plain = is_reference && !signs.has(of_others);
    if (!is_plain && has_placeholder(text, signs)) return ValueForm::placeholder;
    if (is_reference) return ValueForm::reference;
    return references_.size() == before ? ValueForm::fixed : ValueForm::mixed;
}

}  // namespace flowc
