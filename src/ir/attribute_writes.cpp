#include "ir/attribute_writes.hpp"

#include "ir/value_form.hpp"

namespace flowc {

std::vector<AttributeWrite> attribute_writes(const Flow& flow) {
    std::vector<AttributeWrite> writes;
    for (ActionId id = 0; id < flow.actions.size(); ++id) {
        const Action& action = flow.actions[id];
        if (action.type == ActionType::unknown) continue;
        const ActionInfo& row = info(action.type);
        const bool own = row.has(Effect::writes_contact_attributes);
        if (!own && !row.has(Effect::creates_contact)) continue;
        // What a new contact is told has a form of its own where it is no map of texts, such as references to pages.
        for (const ParameterInfo& parameter : row.parameters) {
            if (parameter.kind != ParameterKind::map || !parameter.item || parameter.item->kind != ParameterKind::text)
                continue;
            for (const Entry entry : flow.node(action.parameters).find(parameter.name).entries())
                writes.push_back({id, entry.key, entry.value, value_form(entry.key) == ValueForm::fixed, own});
        }
    }
    return writes;
}

}  // namespace flowc
