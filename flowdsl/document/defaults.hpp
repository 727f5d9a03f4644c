#pragma once

#include <functional>
#include <map>
#include <utility>
#include <vector>

#include "flowc/catalogue.hpp"
#include "flowdsl/document/compile_time_values.hpp"
#include "flowdsl/document/head_entries.hpp"

namespace flowc::dsl {

/// The `defaults:` documents that were read so far: head keys for the flows behind them. Later ones win, key by key.
class Defaults {
  public:
    /// Reads a document that holds `defaults`: one of a flow file, or a project's file.
    void add(SyntaxTree& tree, Node document, CompileTimeValues& compile_time, Diagnostics& diagnostics);
    /// The entry of the latest defaults that hold for a type of flow.
    Entry of(FlowType type, HeadKey key) const;
    /// The `vars` of the latest defaults.
    Node latest_vars() const { return latest_vars_; }
    /// What `check` says of the value of an entry, which may be that of many flows.
    bool check_once(Entry entry, const std::function<bool()>& check);

  private:
    std::vector<HeadEntries> latest_;  ///< by type of flow; none where no defaults were read
    Node latest_vars_;
    std::map<std::pair<const SyntaxTree*, NodeId>, bool> checked_;
};

/// Holds a document of a flow file, which knows no other keys than `defaults` and `types`, to them.
void check_defaults_keys(Node document, Diagnostics& diagnostics);

}  // namespace flowc::dsl
