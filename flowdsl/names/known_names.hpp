#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>

#include "flowdsl/names/name_flow.hpp"
#include "flowdsl/names/name_use.hpp"

namespace flowc::dsl {

/// Replaces each `{name}` of a text by the path that it means where it stands. Reports names that nothing on any path gives,
/// that only some paths give, that mean two things, and that a module does not declare.
class KnownNames {
  public:
    /// What faulty steps say is `doubtful`: they might have given those names, so nobody is told that nothing does.
    KnownNames(const Flow& flow, const std::vector<const ActionDraft*>& order, const NameFlow& names,
               const FlowHead& head, const KnownFlows& flows, const std::set<std::string_view>& doubtful,
               const Sources& sources, Diagnostics& diagnostics);

    /// The text with its references written out.
    std::string resolve(const TextUse& use);
    /// How many references have been left as they were written, because nothing gives them.
    std::size_t left_open() const { return left_open_; }

  private:
    using State = NameFlow::State;

    std::string resolve_name(const TextUse& use, const TextPart& part, char following);
    std::string lambda_field(const TextUse& use, const TextPart& part, char following);
    void check_failure(const TextUse& use, const TextPart& part, const State& state);
    void check_input(const TextUse& use, const TextPart& part);
    void check_secret_cases(const TextUse& use);
    void check_accepted(const TextUse& use, const TextPart& part, std::string_view field);
    void check_produced(const TextUse& use, const TextPart& part, std::string_view field);
    void check_result(const TextUse& use, const TextPart& part);
    void check_invoked(const TextUse& use, const TextPart& part);
    void report_once(const RuleInfo& rule, const TextUse& use, const TextPart& part, std::string message);
    void check_filled(const TextUse& use, const TextPart& part);
    void check_flow_attribute(const TextUse& use, const TextPart& part, std::string_view name);
    void check_prefixed(const TextUse& use, const TextPart& part, std::string_view prefix, std::string_view name);
    void check_cases(const TextUse& use, const TextPart& part, DataType type);
    bool listed_in_inputs(std::string_view field) const;
    bool is_doubtful(std::string_view name) const;
    bool lists(const ActionDraft& lambda, std::string_view field) const;
    /// The call whose answer is the latest on every path, where its step can list fields; else null.
    const ActionDraft* answers_last(const State& state) const;
    std::string without_prefix(std::string_view name, const ActionDraft* lambda) const;
    void report_unknown(const TextUse& use, const TextPart& part, const State& state);
    void report_maybe(const TextUse& use, const TextPart& part, ActionId action, std::size_t name);
    std::vector<bool> leading_to(const std::function<bool(const ActionDraft&)>& is_wanted) const;
    std::optional<Span> parting(ActionId from, ActionId to, const std::vector<bool>& leads_there) const;
    Span part_span(const TextUse& use, const TextPart& part) const;

    const Flow& flow_;
    const std::vector<const ActionDraft*>& order_;
    const NameFlow& names_;
    const FlowHead& head_;
    const KnownFlows& flows_;
    const std::set<std::string_view>& doubtful_;
    const Sources& sources_;
    Diagnostics& diagnostics_;
    std::size_t left_open_ = 0;
    std::set<std::pair<std::uint32_t, std::string>> reported_;  ///< unknown names, by where they stand
};

}  // namespace flowc::dsl
