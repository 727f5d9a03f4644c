#include "flowdsl/words/repeated_words.hpp"

#include <string_view>
#include <unordered_map>

#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"

namespace flowc::dsl {

void report_repeated_words(Node list, Diagnostics& diagnostics) {
    std::unordered_map<std::string_view, Span> known;
    for (const Node word : list.items()) {
        if (!word.is_scalar() || word.text().empty()) continue;
        const auto [first, is_new] = known.emplace(word.text(), word.span());
        if (is_new) continue;
        diagnostics.report(rules::duplicate_name, word.span(), quote(word.text()) + " stands here twice; remove one")
            .labels.push_back({first->second, "the first one"});
    }
}

}  // namespace flowc::dsl
