#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace flowc {

/// A compiled text as its author wrote it: with words in braces where it has references, and with doubled braces where it has
/// single ones.
class WrittenText {
  public:
    /// `raw` is how the text stands in its file. Where the two do not go together the text is empty.
    WrittenText(std::string_view compiled, std::string_view raw);

    const std::string& text() const { return text_; }
    /// Where a part of the compiled text begins and ends in this one; a part of a reference is all of it.
    std::uint32_t begin_of(std::uint32_t compiled) const;
    std::uint32_t end_of(std::uint32_t compiled) const;

  private:
    /// What is written otherwise than it reads.
    struct Part {
        std::uint32_t begin;  ///< in the compiled text
        std::uint32_t end;
        std::uint32_t written_begin;
        std::uint32_t written_end;
    };
    void add(std::uint32_t begin, std::uint32_t end, std::string_view written);
    /// The last part that begins before a place; null: there is none.
    const Part* before(std::uint32_t compiled) const;

    std::string text_;
    std::vector<Part> parts_;
};

}  // namespace flowc
