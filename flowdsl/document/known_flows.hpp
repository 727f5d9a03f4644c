#pragma once

#include <string_view>
#include <vector>

#include "flowc/compile.hpp"
#include "flowdsl/document/flow_head.hpp"

namespace flowc::dsl {

/// What others have to know of a flow that was read.
FlowInterface interface_of(const FlowHead& head);

/// The flows that a name of this file can mean: the file's own, else those of the project's other files.
class KnownFlows {
  public:
    /// `file` is the name of the file whose own flows these are.
    KnownFlows(const std::vector<FlowHead>& own, std::string_view file, const ProjectFlows* project, Sources& sources);

    struct Flow {
        const FlowInterface* flow = nullptr;
        const FileInterface* file = nullptr;  ///< null: of this file
        explicit operator bool() const { return flow != nullptr; }
        const FlowInterface* operator->() const { return flow; }
    };

    /// The flow, or for `ResourceKind::module` the module, of that name; nothing where there is none, or where two files
    /// have one, so that nobody knows which is meant.
    Flow find(ResourceKind kind, std::string_view name) const;
    /// Names of flows, or of modules, for did-you-mean.
    std::vector<std::string_view> names(ResourceKind kind) const;
    /// Where a word of that flow stands, for a label: the other file becomes one of the sources when it is first shown.
    Span place(const Flow& flow, Span word) const;
    /// Reports a flow that another file has, too: once, in the later of the two files.
    void report_taken(const FlowHead& head, Diagnostics& diagnostics) const;

  private:
    std::vector<FlowInterface> own_;  ///< sorted by name, those of one name as they stand in the file
    std::string_view file_;
    const ProjectFlows* project_;
    Sources& sources_;
};

}  // namespace flowc::dsl
