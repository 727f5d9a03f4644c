#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "flowc/compile.hpp"
#include "flowdsl/document/known_flows.hpp"
#include "flowdsl/document/program.hpp"
#include "flowdsl/lowering/flow_lowering.hpp"

namespace flowc::dsl {

/// A flow of a file, lowered and held to what the service takes.
struct LoweredFlow {
    LoweredFlow(const FlowHead& head, const KnownFlows& known, const CompileOptions& options, Reported reported,
                const Sources& sources)
        : lowering(head, known, options, std::move(reported), sources, found) {
        found.keep(options.most_findings);
    }

    Diagnostics found;
    FlowLowering lowering;  ///< reports to `found`
    CompiledFlow compiled;
};

/// A `*.flow.yaml` as far as it goes before the flows of other files are known: what it takes to summarise it, and the first
/// half of checking it. `sources`, and what the options point to besides the project, outlive it.
class LoweredFile {
  public:
    LoweredFile(Document document, Sources& sources, const CompileOptions& options);
    LoweredFile(const LoweredFile&) = delete;
    LoweredFile& operator=(const LoweredFile&) = delete;

    const SourceFile& file() const { return file_; }
    const SyntaxTree& tree() const { return tree_; }
    const CompileOptions& options() const { return options_; }
    const Program& program() const { return program_; }
    const KnownFlows& known() const { return *known_; }
    /// What was found in the text and between the documents.
    Diagnostics& diagnostics() { return diagnostics_; }
    /// An error there is shared by every flow.
    bool sound() const { return sound_; }

    /// The flow of that number in the program, lowered now or before; null where the flows before it are as much as is read,
    /// which is reported once. Flows are asked for in order.
    LoweredFlow* lower(std::size_t number);
    /// Gives back what a flow took.
    void drop(std::size_t number) { flows_[number].reset(); }
    /// Whether a flow that was lowered has no error.
    bool is_compiled(const LoweredFlow& flow) const {
        return sound_ && !flow.found.has_errors() && flow.lowering.unresolved().empty();
    }

  private:
    Sources& sources_;
    CompileOptions options_;
    const SourceFile& file_;
    SyntaxTree tree_;
    Diagnostics diagnostics_;
    Program program_;
    bool sound_ = false;
    std::optional<ErrorPlaces> errors_;
    std::optional<KnownFlows> known_;
    std::size_t steps_ = 0;
    bool cut_short_ = false;
    std::vector<std::unique_ptr<LoweredFlow>> flows_;
};

/// What a document of the form `dsl` was lowered to, which it may have been when it was summarised under the same options.
std::shared_ptr<LoweredFile> lowered(Document document, Sources& sources, const CheckOptions& options);

}  // namespace flowc::dsl
