#pragma once

#include "flowc/flow.hpp"
#include "flowc/flow_set.hpp"
#include "ir/named_flows.hpp"

namespace flowc::lint {

/// The flows that belong together with the one that is checked, and how places in their files are shown.
class OtherFlows {
  public:
    /// `set` may be null: none is known. `sources` hold the flow that is checked.
    OtherFlows(const FlowSet* set, Sources& sources) : set_(set), sources_(&sources) {}

    const FlowSet* set() const { return set_; }
    const Sources& sources() const { return *sources_; }
    /// All flows that could do something are known: only then may a rule say that none of them does.
    bool whole() const { return set_ && set_->whole(); }
    /// Whether contacts may come into the flow from another one, that has spoken to them.
    bool may_lead_to(const Flow& flow) const { return set_ && set_->may_lead_to(flow.name); }
    /// The flow of the set that an action names: by its ARN, by a name of the project, or by what the console calls it.
    FlowSet::Entry find(const NamedFlow& named) const;
    /// Where a word of a flow of the set stands: another file becomes one of the sources when it is first shown.
    Span place(const FlowSet::Entry& entry, Span word) const;

  private:
    const FlowSet* set_;
    Sources* sources_;
};

}  // namespace flowc::lint
