#include "fixes/edited_text.hpp"

#include <algorithm>
#include <utility>

namespace flowc::fixes {

void EditedText::apply(std::vector<Edit> edits, std::uint32_t base) {
    std::stable_sort(edits.begin(), edits.end(),
                     [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
    std::vector<Piece> pieces;
    std::size_t at = 0;  // in the text as it is now, where the rest of the piece at hand begins
    std::size_t piece = 0;
    std::size_t inside = 0;  // what of that piece has been passed
    const auto pass = [&](std::size_t to, bool keep) {
        while (at < to && piece < pieces_.size()) {
            Piece& one = pieces_[piece];
            const std::size_t size = std::min(to - at, one.size() - inside);
            if (keep && size > 0) {
                if (one.kept) pieces.push_back({true, one.begin + inside, one.begin + inside + size, {}});
                else pieces.push_back({false, 0, 0, one.text.substr(inside, size)});
            }
            at += size;
            inside += size;
            if (inside == one.size()) {
                ++piece;
                inside = 0;
            }
        }
    };
    for (Edit& edit : edits) {
        pass(edit.span.begin - base, true);
        pieces.push_back({false, 0, 0, std::move(edit.text)});
        pass(edit.span.end - base, false);
    }
    pass(std::string::npos, true);
    pieces_ = std::move(pieces);
}

std::string EditedText::text() const {
    std::string text;
    for (const Piece& piece : pieces_)
        text += piece.kept ? std::string_view(original_).substr(piece.begin, piece.size()) : piece.text;
    return text;
}

std::vector<Change> EditedText::changes() const {
    std::vector<Change> changes;
    std::size_t at = 0;
    std::string text;
    const auto end_change = [&](std::size_t next) {
        if (next != at || !text.empty()) changes.push_back({at, next, std::exchange(text, {})});
    };
    for (const Piece& piece : pieces_) {
        if (!piece.kept) {
            text += piece.text;
            continue;
        }
        end_change(piece.begin);
        at = piece.end;
    }
    end_change(original_.size());
    return changes;
}

std::string edited(std::string_view text, std::vector<Edit> edits, std::uint32_t base) {
    EditedText result(text);
    result.apply(std::move(edits), base);
    return result.text();
}

}  // namespace flowc::fixes
