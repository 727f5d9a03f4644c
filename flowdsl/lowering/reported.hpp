#pragma once

#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "flowc/diagnostic.hpp"
#include "flowc/syntax.hpp"

namespace flowc::dsl {

/// Parts of a text, of which those that overlap become one, so that a place is looked for in one of them.
class ApartSpans {
  public:
    explicit ApartSpans(std::vector<Span> parts);
    /// Whether `place` begins in one of them.
    bool hold(Span place) const;

  private:
    std::vector<Span> spans_;  ///< sorted
};

/// Where errors stand, in order.
class ErrorPlaces {
  public:
    explicit ErrorPlaces(const Diagnostics& found);

    /// Whether one stands where `span` begins.
    bool at(Span span) const;
    /// Those that begin in `span`.
    std::span<const Span> in(Span span) const;

  private:
    std::vector<Span> places_;  ///< sorted
};

/// The errors that were found in a flow's text before it is lowered: a fault that was reported is not reported
/// again by its consequences.
class Reported {
  public:
    Reported() = default;
    /// Those of `found` that lie in `document`.
    Reported(const ErrorPlaces& found, Node document);

    bool any() const { return !places_.empty(); }
    /// Beside the steps: what the head would have said is not known.
    bool in_head() const { return in_head_; }
    /// Whether one stands in `span`, and in none of `apart`.
    bool in(Span span, const std::vector<Span>& apart = {}) const;

  private:
    std::vector<Span> places_;  ///< sorted
    bool in_head_ = false;
};

/// The texts that stand in parts of a document, without the steps that it holds: names that a faulty part may have given.
std::set<std::string_view> texts_within(Node document, const std::vector<Span>& parts);

}  // namespace flowc::dsl
