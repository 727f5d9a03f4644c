#include "lint/transfers.hpp"

#include "ir/named_flows.hpp"

namespace flowc::lint {

std::vector<Transfer> transfers_of(const Lint& lint) {
    std::vector<Transfer> transfers;
    if (!lint.others.set()) return transfers;
    for (const NamedFlow& named : named_flows(lint.flow)) {
        if (!lint.graph.reachable(named.action)) continue;
        if (const FlowSet::Entry flow = lint.others.find(named)) transfers.push_back({named.action, flow});
    }
    return transfers;
}

}  // namespace flowc::lint
