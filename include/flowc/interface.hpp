#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "flowc/catalogue.hpp"
#include "flowc/contract.hpp"
#include "flowc/export.hpp"

/// What the flows of a project know of each other. It is read once for all files; then every file can be compiled
/// against it, in any order and on any number of threads.
namespace FLOWC_PUBLIC flowc {

/// What others have to know of a flow or a module: how it is called, and what it expects.
struct FlowInterface {
    struct Input {
        std::string name;
        Span span;
    };
    std::string name;
    Span name_span;
    FlowType type = FlowType::contact_flow;  ///< `module` for a module
    std::vector<Input> inputs;
    Contract contract;
};

/// The flows of one file, in its order. Spans count from the beginning of `text`.
struct FileInterface {
    std::string file;  ///< its name, the same as `Input::name` when it is compiled
    std::string text;  ///< for findings in other files that show a place in this one; empty where there is no flow
    std::vector<FlowInterface> flows;
};

/// All flows of a project by name. Immutable: every member is safe from any thread.
class ProjectFlows {
  public:
    struct Entry {
        const FileInterface* file;
        const FlowInterface* flow;
    };

    ProjectFlows() = default;
    /// Of two files that hold one name, the later one is told. `one_instance`: the files are known to belong together, so
    /// that two flows of one name cannot both be created; else that is only likely.
    explicit ProjectFlows(std::vector<FileInterface> files, bool one_instance = true);
    ProjectFlows(const ProjectFlows&) = delete;
    ProjectFlows& operator=(const ProjectFlows&) = delete;
    ProjectFlows(ProjectFlows&&) = default;
    ProjectFlows& operator=(ProjectFlows&&) = default;

    const std::vector<FileInterface>& files() const { return files_; }
    /// All flows, sorted by name, those of one name in the order of their files.
    const std::vector<Entry>& flows() const { return flows_; }
    bool one_instance() const { return one_instance_; }

  private:
    std::vector<FileInterface> files_;
    std::vector<Entry> flows_;
    bool one_instance_ = true;
};

}  // namespace flowc
