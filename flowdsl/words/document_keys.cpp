#include "flowdsl/words/document_keys.hpp"

#include <algorithm>
#include <utility>

#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"
#include "flowdsl/words/borrowed_key.hpp"
#include "flowdsl/words/keys_there.hpp"
#include "flowdsl/words/offer_word.hpp"
#include "flowdsl/words/verb.hpp"

namespace flowc::dsl {

void DocumentKeys::check(Node map, std::span<const std::string_view> known, std::string_view what) {
    KeysThere keys(map);
    for (const auto [key, value] : map.entries()) {
        const std::string_view word = key.text();
        if (std::find(known.begin(), known.end(), word) != known.end()) continue;
        if (word == "bind") {
            diagnostics_.report(rules::unknown_key, key.span(),
                                "how names are bound is the environment's business; write `bind` into the environment "
                                "file or into `defaults:`");
        } else if (word == "<<") {
            diagnostics_.report(rules::yaml_feature, key.span(),
                                "merge keys are not part of the language; write the keys out, or put what flows share "
                                "into `defaults:`");
        } else {
            std::string_view near = meant_key(word, known).key;
            // A flow has what a definition calls `steps`.
            for (const auto& [other, own] : {std::pair{"steps", "start"}, std::pair{"start", "steps"}})
                if (word == other && std::find(known.begin(), known.end(), own) != known.end()) near = own;
            const bool is_step = near.empty() && find_verb(word);
            // Steps without a list: one finding tells of them all.
            if (is_step && was_meant("start")) continue;
            meant_.push_back(is_step ? "start" : near);
            Diagnostic& finding = diagnostics_.report(rules::unknown_key, key.span(),
                                                      std::string{what} + " has no key " + quote(word) + "; " +
                                                          (!near.empty() ? "did you mean `" + std::string{near} + "`?"
                                                           : is_step ? "it is a verb: write it as a step under `start:`"
                                                                     : "it knows " + list(known, "and")));
            if (keys.is_free(near)) offer_word(finding, key, near);
        }
    }
}

bool DocumentKeys::is_empty(Node key, Node value) {
    if (!key || !value.is_scalar() || !value.text().empty()) return false;
    diagnostics_.report(rules::bad_value, value.span().empty() ? key.span() : value.span(),
                        "`" + std::string{key.text()} + "` is empty; give it a value or leave it out");
    return true;
}

bool DocumentKeys::was_meant(std::string_view key) const {
    return std::find(meant_.begin(), meant_.end(), key) != meant_.end();
}

}  // namespace flowc::dsl
