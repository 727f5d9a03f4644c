#include "rules/fix.hpp"

#include "rules/wording.hpp"
#include "source/ascii.hpp"

namespace flowc::rules {

void offer(const Check& check, Diagnostic& finding, std::string title, bool safe, std::vector<Edit> edits) {
    if (check.text) finding.fixes.push_back({std::move(title), safe, std::move(edits)});
}

void offer_word(const Check& check, Diagnostic& finding, Node node, std::string_view word, bool safe) {
    if (!node || word.empty()) return;
    offer(check, finding, text({"write `", word, "`"}), safe || same_word(word, node.text()),
          {fixes::write_text(node, word)});
}

}  // namespace flowc::rules
