#pragma once

#include <vector>

#include "flowc/catalogue.hpp"
#include "flowc/compile.hpp"

namespace flowc::dsl {

/// The `defaults:` documents that were read so far: head keys for the flows behind them. Later ones win, key by key.
class Defaults {
  public:
    /// Reads a document that holds `defaults`: one of a flow file, or a project's file.
    void add(SyntaxTree& tree, Node document, const CompileOptions& options, Diagnostics& diagnostics);
    /// The flow's own entry of a head key, else that of the latest defaults that hold for its type.
    Entry of(Node flow, FlowType type, std::string_view key) const;
    /// The `vars` of the latest defaults.
    Node latest_vars() const { return layers_.empty() ? Node{} : layers_.back().values.find("vars"); }

  private:
    struct Layer {
        Node values;
        std::vector<FlowType> types;  ///< empty: for all
    };
    std::vector<Layer> layers_;
};

/// Holds a document of a flow file, which knows no other keys than `defaults` and `types`, to them.
void check_defaults_keys(Node document, Diagnostics& diagnostics);

}  // namespace flowc::dsl
