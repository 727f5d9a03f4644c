#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ir/analysis.hpp"
#include "speech/words.hpp"

namespace flowc::lint {

/// The languages in which callers may be spoken to at an action: those of the project; else that of the voice and the
/// language which every way to the action has set; else all that flowc has words of.
class LanguagesHeard {
  public:
    LanguagesHeard(const LanguagesHeard&) = delete;
    LanguagesHeard& operator=(const LanguagesHeard&) = delete;
    /// `wanted`: the codes of the project's languages; none where it says nothing of them.
    LanguagesHeard(const Flow& flow, const Analysis& graph, std::span<const std::string> wanted);

    /// Empty: it is one that flowc has no words of.
    std::span<const speech::Language* const> at(ActionId action) const;
    /// Those of the project; where it says nothing, all that flowc has words of.
    std::span<const speech::Language* const> of_project() const { return of_project_; }

  private:
    /// The language at each action, empty where none is certain; no items: nowhere. Followed when somebody first asks.
    const std::vector<std::string_view>& set() const;

    const Flow& flow_;
    const Analysis& graph_;
    std::vector<const speech::Language*> wanted_;  ///< what the project names
    std::span<const speech::Language* const> of_project_;
    mutable std::optional<std::vector<std::string_view>> set_;
};

}  // namespace flowc::lint
