#pragma once

#include <vector>

#include "lint/lint.hpp"
#include "speech/words.hpp"

namespace flowc::lint {

/// The languages that the project says its callers hear; where it says nothing, all that flowc has words of.
std::vector<const speech::Language*> languages_of_project(const Lint& lint);

/// The languages in which callers may be spoken to at an action: those of the project; else that of the voice and the
/// language which every way to the action has set; else all that flowc has words of.
class LanguagesHeard {
  public:
    explicit LanguagesHeard(const Lint& lint);

    /// Empty: it is one that flowc has no words of.
    const std::vector<const speech::Language*>& at(ActionId action) const;

  private:
    std::vector<std::string_view> set_;  ///< the language at each action; empty: none is certain
    std::vector<const speech::Language*> all_;
    std::vector<std::vector<const speech::Language*>> one_;  ///< each by itself, in the order of `languages()`
    std::vector<const speech::Language*> none_;
};

}  // namespace flowc::lint
