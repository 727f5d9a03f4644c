#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "flowdsl/action_draft.hpp"
#include "flowdsl/flow_head.hpp"
#include "flowdsl/flow_lowering.hpp"

namespace flowc::dsl {

/// Follows attributes, Lambda answers and stored input along every path of the graph, and replaces
/// each `{name}` by the path that it means where it stands. Reports names that nothing on any path
/// gives, that only some paths give, and that mean two things.
class KnownNames {
  public:
    /// `order` gives the draft behind each action of `flow`.
    /// What faulty steps say is `doubtful`: they might have given those names, so nobody is told that nothing does.
    KnownNames(const Flow& flow, std::vector<const ActionDraft*> order, const FlowHead& head,
               std::set<std::string_view> doubtful, const Sources& sources, Diagnostics& diagnostics);

    /// The text with its references written out.
    std::string resolve(const TextUse& use);
    /// How many references have been left as they were written, because nothing gives them.
    std::size_t left_open() const { return left_open_; }
    /// Reports a mapped name where another Lambda's answer can be the latest.
    void check_mapped(const BoundName& name);
    /// Reports what the other flow expects and no path to this step has set.
    void check_hand_over(const HandOver& step);

  private:
    using Bits = std::vector<std::uint64_t>;
    struct State {
        Bits some;      ///< names that some path has written
        Bits all;       ///< names that every path has written
        Bits latest;    ///< Lambdas whose answer can be the latest; the last bit: none yet
        bool input = false;   ///< some path has stored what the caller typed
        bool secret = false;  ///< and the latest on some path is ciphertext
        bool reached = false;
    };

    std::size_t name_id(std::string_view name, bool in_flow) const;
    void solve();
    static bool flow_into(const State& from, State& to);
    State behind(ActionId action) const;
    std::string resolve_name(const TextUse& use, const TextPart& part, char following);
    std::string lambda_field(const TextUse& use, const TextPart& part, char following);
    std::optional<ActionId> action_of(const ActionDraft* draft) const;
    bool listed_in_inputs(std::string_view field) const;
    bool is_doubtful(std::string_view name) const;
    bool lists(const ActionDraft& lambda, std::string_view field) const;
    void report_unknown(const TextUse& use, const TextPart& part, const State& state);
    void report_unmapped(const BoundName& name);
    void report_maybe(const TextUse& use, const TextPart& part, ActionId action, std::size_t name);
    Span part_span(const TextUse& use, const TextPart& part) const;

    const Flow& flow_;
    std::vector<const ActionDraft*> order_;
    const FlowHead& head_;
    std::set<std::string_view> doubtful_;  ///< names that a step with an error may have given
    const Sources& sources_;
    Diagnostics& diagnostics_;
    std::size_t left_open_ = 0;
    std::vector<std::pair<std::string_view, bool>> names_;  ///< sorted; true: a flow attribute
    std::vector<ActionId> lambdas_;
    std::vector<State> before_;
    std::vector<std::pair<const ActionDraft*, ActionId>> actions_;  ///< sorted by draft
};

}  // namespace flowc::dsl
