#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <iterator>
#include <memory>

#include "flowc/flow.hpp"

namespace flowc {

/// How many actions a flow may have, and a little more: for so many nothing is allocated.
inline constexpr std::size_t usual_actions = 256;

/// Some of a flow's actions, or of the components of its graph. Sets of one flow have the same size.
class ActionSet {
  public:
    explicit ActionSet(std::size_t size) : count_((size + bits - 1) / bits) {
        if (count_ > few_.size()) many_ = std::make_unique<std::uint64_t[]>(count_);
    }

    bool has(ActionId id) const { return (words()[id / bits] >> (id % bits)) & 1u; }
    void add(ActionId id) { words()[id / bits] |= std::uint64_t{1} << (id % bits); }
    void drop(ActionId id) { words()[id / bits] &= ~(std::uint64_t{1} << (id % bits)); }
    void add_if(bool wanted, ActionId id) { words()[id / bits] |= std::uint64_t{wanted} << (id % bits); }

    bool empty() const {
        std::uint64_t any = 0;
        for (std::size_t i = 0; i < count_; ++i) any |= words()[i];
        return any == 0;
    }
    ActionSet& operator|=(const ActionSet& other) {
        for (std::size_t i = 0; i < count_; ++i) words()[i] |= other.words()[i];
        return *this;
    }
    ActionSet& operator&=(const ActionSet& other) {
        for (std::size_t i = 0; i < count_; ++i) words()[i] &= other.words()[i];
        return *this;
    }
    /// Takes out those of another set.
    ActionSet& operator-=(const ActionSet& other) {
        for (std::size_t i = 0; i < count_; ++i) words()[i] &= ~other.words()[i];
        return *this;
    }

    static constexpr std::size_t bits = 64;
    std::size_t word_count() const { return count_; }
    std::uint64_t* words() { return many_ ? many_.get() : few_.data(); }
    const std::uint64_t* words() const { return many_ ? many_.get() : few_.data(); }

    /// In order.
    class iterator {
      public:
        explicit iterator(const ActionSet& set) : words_(set.words()), count_(set.count_) {
            if (count_ > 0) left_ = words_[0];
            go_on();
        }
        ActionId operator*() const {
            return static_cast<ActionId>(at_ * bits + static_cast<std::size_t>(std::countr_zero(left_)));
        }
        iterator& operator++() {
            left_ &= left_ - 1;
            go_on();
            return *this;
        }
        bool operator==(std::default_sentinel_t) const { return left_ == 0; }

      private:
        void go_on() {
            while (left_ == 0 && at_ + 1 < count_) left_ = words_[++at_];
        }

        const std::uint64_t* words_;
        std::size_t count_;
        std::size_t at_ = 0;
        std::uint64_t left_ = 0;
    };
    iterator begin() const { return iterator(*this); }
    std::default_sentinel_t end() const { return {}; }

  private:
    std::size_t count_;
    std::array<std::uint64_t, usual_actions / bits> few_{};
    std::unique_ptr<std::uint64_t[]> many_;  ///< instead of them
};

}  // namespace flowc
