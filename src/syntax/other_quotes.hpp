#pragma once

#include <string_view>

namespace flowc {

/// What word processors put in the place of quotes, as they open a text and close it. To YAML they are letters.
struct OtherQuotes {
    std::string_view open;
    std::string_view close;
};
inline constexpr OtherQuotes other_quotes[] = {{"\u201c", "\u201d"}, {"\u201e", "\u201c"}, {"\u2018", "\u2019"},
                                               {"\u201a", "\u2018"}, {"\u00ab", "\u00bb"}, {"\u00bb", "\u00ab"}};

/// Such a quote that a text begins with, an opening one or one that closes; empty: there is none.
inline std::string_view other_quote_at(std::string_view text) {
    for (const OtherQuotes& quotes : other_quotes)
        for (const std::string_view quote : {quotes.open, quotes.close})
            if (text.starts_with(quote)) return quote;
    return {};
}

}  // namespace flowc
