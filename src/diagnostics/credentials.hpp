#pragma once

#include <cstddef>
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
/// The same for whoever knows the text's signs: most that is spoken has none of them.
inline bool has_credential(std::string_view text, Signs signs) {
    return signs.has(Signs::digit | Signs::dash | Signs::at_sign | Signs::underscore | Signs::capital_a) &&
           has_credential_behind(text, signs);
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
