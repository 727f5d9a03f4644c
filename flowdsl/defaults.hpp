#pragma once

#include <functional>
#include <map>
#include <string_view>
#include <utility>

#include "flowc/catalogue.hpp"
#include "flowdsl/compile_time_values.hpp"

namespace flowc::dsl {

/// The `defaults:` documents that were read so far: head keys for the flows behind them. Later ones win, key by key.
class Defaults {
  public:
    /// Reads a document that holds `defaults`: one of a flow file, or a project's file.
    void add(SyntaxTree& tree, Node document, CompileTimeValues& compile_time, Diagnostics& diagnostics);
    /// The flow's own entry of a head key, else that of the latest defaults that hold for its type.
    Entry of(Node flow, FlowType type, std::string_view key) const;
    /// The `vars` of the latest defaults.
    Node latest_vars() const { return latest_vars_; }
    /// What `check` says of the value of an entry, which may be that of many flows.
    bool check_once(Entry entry, const std::function<bool()>& check);

  private:
    std::map<std::pair<FlowType, std::string_view>, Entry> latest_;
    Node latest_vars_;
    std::map<std::pair<const SyntaxTree*, NodeId>, bool> checked_;
};

/// Holds a document of a flow file, which knows no other keys than `defaults` and `types`, to them.
void check_defaults_keys(Node document, Diagnostics& diagnostics);

}  // namespace flowc::dsl
