#include "lint/transfers.hpp"

#include "ir/display_names.hpp"
#include "ir/reference.hpp"

namespace flowc::lint {

std::vector<Transfer> transfers_of(const Lint& lint) {
    std::vector<Transfer> transfers;
    if (!lint.others.set()) return transfers;
    std::vector<const Value*> named;
    for (const Value& value : lint.values) {
        if (value.info->resource != ResourceKind::flow && value.info->resource != ResourceKind::module) continue;
        if (lint.row(*value.action)->has(Effect::creates_contact) ||
            references_in(value.node.text()) != References::none)
            continue;
        named.push_back(&value);
    }
    if (named.empty()) return transfers;
    const DisplayNames names(lint.flow);
    for (const Value* value : named) {
        FlowSet::Entry flow = lint.others.set()->find(value->node.text());
        if (!flow) flow = lint.others.set()->find(names.find(value->action->identifier));
        if (flow) transfers.push_back({lint.id_of(*value->action), flow});
    }
    return transfers;
}

}  // namespace flowc::lint
