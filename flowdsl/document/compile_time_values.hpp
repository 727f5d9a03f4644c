#pragma once

#include <optional>
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
    CompileTimeValues(const CompileOptions& options, const Sources& sources) : options_(options), sources_(sources) {}

    const CompileOptions& options() const { return options_; }

    /// Replaces `${name}` in every scalar below `root`; `vars` are the file's own values there, which may name each other
    /// in any order. `$${` stays, as a literal `${` for the texts. Reported are a name that nothing gives, values that
    /// name each other in a circle, and keys that are equal now.
    void fill(SyntaxTree& tree, NodeId root, Node vars, Diagnostics& diagnostics);
    /// What one name stands for where `vars` are the file's own values, if for anything.
    std::optional<std::string_view> find(std::string_view name, Node vars) {
        use(vars);
        return value_of(name);
    }
    /// Says so where the value that a name was given from outside holds a `${` itself.
    void check_given(std::string_view name, Span place, Diagnostics& diagnostics);
    /// Says that nothing gives a value for a name that was asked for last.
    void report_unknown(std::string_view name, Span place, Diagnostics& diagnostics);

  private:
    using Names = std::unordered_map<std::string_view, Node>;

    /// Whether they are others than those that were used last.
    bool use(Node vars);
    /// Whether a name has a value that goes before the file's own.
    bool is_given(std::string_view name) const;
    /// Fills in what the file's own values name, before anything else names them.
    void fill_own(SyntaxTree& tree, Diagnostics& diagnostics);
    void fill_scalar(SyntaxTree& tree, NodeId id, Diagnostics& diagnostics);
    std::string filled(Node node, Diagnostics& diagnostics);
    /// What the name between the brackets stands for, if for anything.
    std::optional<std::string_view> value_of(std::string_view name) const;
    /// Every name that something gives here, for whoever has misspelt one.
    const std::vector<std::string_view>& known();

    const CompileOptions& options_;
    const Sources& sources_;
    Node vars_;  ///< whose values `own_` holds: they may be those of many flows
    Names own_;
    std::vector<std::string_view> known_;           ///< empty until somebody asks
    std::unordered_set<std::string_view> refused_;  ///< given from outside with a `${` in it, which was reported
    std::size_t size_ = 0;                          ///< of all texts that were filled
};

}  // namespace flowc::dsl
