#pragma once

#include <set>
#include <string_view>
#include <vector>

#include "flowc/diagnostic.hpp"
#include "flowc/syntax.hpp"

namespace flowc::dsl {

/// The errors that were found in a flow's text before it is lowered: a fault that was reported is not reported
/// again by its consequences.
class Reported {
  public:
    Reported() = default;
    /// Those of `found` that lie in `document`.
    Reported(const Diagnostics& found, Node document);

    bool any() const { return !places_.empty(); }
    /// Beside the steps: what the head would have said is not known.
    bool in_head() const { return in_head_; }
    /// Whether one stands in `span`, and in none of `apart`.
    bool in(Span span, const std::vector<Span>& apart = {}) const;
    /// Whether the finding speaks of a place that has one.
    bool at(Span span) const;

  private:
    std::vector<Span> places_;  ///< sorted
    bool in_head_ = false;
};

/// The texts that stand in parts of a document, without the steps that it holds: names that a faulty part may have given.
std::set<std::string_view> texts_within(Node document, const std::vector<Span>& parts);

}  // namespace flowc::dsl
