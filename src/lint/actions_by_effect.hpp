#pragma once

#include <concepts>
#include <initializer_list>
#include <vector>

#include "ir/action_set.hpp"

namespace flowc::lint {

/// Some effects, put together when flowc is compiled.
struct Effects {
    consteval Effects(std::initializer_list<Effect> effects) {
        for (const Effect effect : effects) bits |= std::uint64_t{1} << static_cast<unsigned>(effect);
    }
    std::uint64_t bits = 0;
};

/// The actions whose types have an effect, found in one pass: a rule begins at those that it speaks of.
class ActionsByEffect {
  public:
    explicit ActionsByEffect(const Flow& flow);

    /// The effects of all types together, bits.
    std::uint64_t effects() const { return effects_; }
    /// Those with one of the effects.
    template <std::same_as<Effect>... Some>
    ActionSet with(Some... some) const {
        ActionSet set(size_);
        const std::size_t words = set.word_count();
        for (std::size_t i = 0; i < words; ++i)
            set.words()[i] = (words_[static_cast<std::size_t>(some) * words + i] | ...);
        return set;
    }
    /// Those of a type that is not known.
    const ActionSet& unknown() const { return unknown_; }

  private:
    std::size_t size_;
    ActionSet unknown_;
    std::vector<std::uint64_t> words_;  ///< effect by effect, as those of a set
    std::uint64_t effects_ = 0;
};

}  // namespace flowc::lint
