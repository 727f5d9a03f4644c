#include "lint/transfers.hpp"

#include "ir/named_flows.hpp"

namespace flowc::lint {

std::vector<Transfer> transfers_of(const Lint& lint) {
    std::vector<Transfer> transfers;
    if (!lint.others.set()) return transfers;
    for (const NamedFlow& named : named_flows(lint.flow)) {
        if (!named.known || !lint.graph.reachable(named.action)) continue;
        const std::string& file = lint.others.sources().file_of(named.value.span()).name();
        FlowSet::Entry flow = lint.others.set()->find(named.value.text(), file);
        if (!flow) flow = lint.others.set()->find(named.name);
        if (flow) transfers.push_back({named.action, flow});
    }
    return transfers;
}

}  // namespace flowc::lint
