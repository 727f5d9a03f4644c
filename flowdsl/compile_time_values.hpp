#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "flowc/compile.hpp"

namespace flowc::dsl {

/// What `${name}` stands for: `--set`, else the environment's `vars`, else the file's own.
class CompileTimeValues {
  public:
    explicit CompileTimeValues(const CompileOptions& options) : options_(options) {}

    const CompileOptions& options() const { return options_; }

    /// Replaces `${name}` in every scalar below `root`; `vars` are the file's own values there. `$${` stays, as a literal
    /// `${` for the texts, and so do the `params` of a definition. A name that nothing gives is reported.
    void fill(SyntaxTree& tree, NodeId root, Node vars, std::span<const Node> params, Diagnostics& diagnostics);

  private:
    using Names = std::unordered_map<std::string_view, Node>;

    void use(Node vars);
    std::string filled(Node node, const std::unordered_set<std::string_view>& params, Diagnostics& diagnostics);
    /// What the name between the brackets stands for; reports one that stands for nothing.
    std::string_view value_of(std::string_view name, Node node, Diagnostics& diagnostics);
    /// Every name that something gives here, for whoever has misspelt one.
    const std::vector<std::string_view>& known();

    const CompileOptions& options_;
    Node vars_;  ///< whose values `own_` holds: they may be those of many flows
    Names own_;
    std::vector<std::string_view> known_;  ///< empty until somebody asks
    std::size_t size_ = 0;  ///< of all texts that were filled
};

}  // namespace flowc::dsl
