#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "flowc/diagnostic.hpp"
#include "source/signs.hpp"

namespace flowc {

/// A part of a text, as offsets into it.
struct Passage {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool empty() const { return begin == end; }
};

/// Whether what is called so is a credential: `password`, `DB_PASSWORD`, `apiKey`.
bool names_credential(std::string_view name);
/// Whether a word can be a credential that stands there before the call: it has letters and digits.
bool is_written_out(std::string_view word);

/// Whether a key or a token of a known form stands in a text, a password in an address, or what is told behind the name of such.
bool has_credential(std::string_view text);
/// The same of a text that has one of the signs by which credentials are sought.
bool has_credential_behind(std::string_view text, Signs signs);
/// Whether a text of that size with those signs may have one. All texts are asked, of which each has other signs than the one before:
/// a table answers without a branch.
inline bool may_have_credential(std::size_t size, Signs signs) {
    constexpr std::size_t shortest = 11;        // `ftp://a:b@c`
    constexpr std::size_t shortest_token = 20;  // `ghp_` and 16 letters
    constexpr unsigned first = std::countr_zero(unsigned{Signs::underscore});
    constexpr std::size_t count = std::size_t{Signs::space} * 2 >> first;
    static constexpr auto answers = [] {
        using enum Signs::Sign;
        std::array<std::uint8_t, count> all{};  // 1: where it is as long as the shortest, 2: as a token
        for (std::uint32_t i = 0; i < count; ++i) {
            const Signs seen = Signs::of(i << first);
            const bool digits = seen.has(digit);
            const bool is_told = (digits && seen.has(equals | space)) || (seen.has(colon) && seen.has(digit | at_sign));
            const bool is_token = seen.has(dash | underscore) || (seen.has(capital_a) && seen.has(capital_i)) ||
                                  (digits && seen.has(capital_g_j | capital_b));
            all[i] = static_cast<std::uint8_t>((is_told ? 1u : 0u) | (is_token ? 2u : 0u));
        }
        return all;
    }();
    const unsigned long_enough = unsigned{size >= shortest} | unsigned{size >= shortest_token} << 1;
    return (answers[(signs.bits() >> first) % count] & long_enough) != 0;
}
/// The same for whoever knows the text's signs.
inline bool has_credential(std::string_view text, Signs signs) {
    return may_have_credential(text.size(), signs) && has_credential_behind(text, signs);
}

/// A number that nobody has: with the code of North America it is too short. Messages may show it.
constexpr std::string_view example_phone_number = "+15550100";

/// What of a text no report may show: its credentials, and phone numbers as `+12125550100`; from front to back.
std::vector<Passage> confidential_passages(std::string_view text);

/// A message with no more of each of them in it than the first two characters.
std::string without_confidential(std::string message);

/// Whether a fix writes what no report may show. `--fix` makes it; reports leave it out.
bool writes_confidential(const Fix& fix);

}  // namespace flowc
