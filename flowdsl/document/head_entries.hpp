#pragma once

#include <array>
#include <span>
#include <string_view>

#include "flowc/syntax.hpp"

namespace flowc::dsl {

/// What may stand at the top of a flow's document; the last two stand in `defaults` alone.
inline constexpr std::array<std::string_view, 20> head_words{
    "flow",  "module",   "description", "type",  "inputs", "accepts", "produces", "results", "on_error", "logging",
    "voice", "language", "record",      "hooks", "vars",   "words",   "start",    "blocks",  "bind",     "types"};
inline constexpr std::span<const std::string_view> flow_words = std::span{head_words}.first<18>();

/// One of these words, which has to be one when flowc is compiled.
class HeadKey {
  public:
    consteval HeadKey(const char* word) {
        while (head_words.at(place_) != word) ++place_;
    }
    constexpr std::size_t place() const { return place_; }
    constexpr std::string_view word() const { return head_words[place_]; }

  private:
    std::size_t place_ = 0;
};

/// The entries of one map under these words, found in one walk. Of a key that stands twice the first counts.
class HeadEntries {
  public:
    HeadEntries() = default;
    explicit HeadEntries(Node map) {
        for (const Entry entry : map.entries()) {
            std::size_t place = 0;
            while (place < head_words.size() && head_words[place] != entry.key.text()) ++place;
            if (place == head_words.size()) continue;
            if (!entries_[place].key) entries_[place] = entry;
        }
    }

    /// Both are absent where nothing stands under the key.
    const Entry& operator[](HeadKey key) const { return entries_[key.place()]; }
    Entry& operator[](HeadKey key) { return entries_[key.place()]; }

  private:
    std::array<Entry, head_words.size()> entries_{};
};

}  // namespace flowc::dsl
