#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "flowc/diagnostic.hpp"

namespace flowc::fixes {

/// Bytes of a text, and what stands in their place after its edits.
struct Change {
    std::size_t begin;
    std::size_t end;
    std::string text;
};

/// A text in the course of its edits, which remembers what of it is as it was.
class EditedText {
  public:
    explicit EditedText(std::string_view original) : original_(original), pieces_{{true, 0, original.size(), {}}} {}

    /// Takes edits of the text as it is now, which begins at `base`; none of them overlap.
    void apply(std::vector<Edit> edits, std::uint32_t base);

    const std::string& original() const { return original_; }
    std::string text() const;
    /// What differs from the original, from front to back.
    std::vector<Change> changes() const;

  private:
    /// Bytes `begin` to `end` of the original, or a text that is new.
    struct Piece {
        bool kept;
        std::size_t begin;
        std::size_t end;
        std::string text;
        std::size_t size() const { return kept ? end - begin : text.size(); }
    };

    std::string original_;
    std::vector<Piece> pieces_;
};

/// A text after edits of it.
std::string edited(std::string_view text, std::vector<Edit> edits, std::uint32_t base);

}  // namespace flowc::fixes
