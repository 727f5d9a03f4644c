#pragma once

#include <functional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace flowc::oracle {

/// Texts to show to two readers of JSON. The same seed gives the same texts everywhere.
using Random = std::mt19937;

/// A few tokens and parts of tokens, one behind the other.
std::string random_pieces(Random& random);
/// A well-formed value that nests a little.
std::string random_value(Random& random, int depth);
/// A number, or what looks like one.
std::string random_number(Random& random);
/// A string between its quotes, of any length, with escapes whole and broken.
std::string random_string(Random& random);
/// Runs of backslashes and quotes that lie across the edges at which a reader of 64 bytes at a time looks anew.
std::string random_edges(Random& random);
/// The same text with some bytes flipped, removed, doubled and inserted, or cut off.
std::string damage(std::string text, Random& random);

/// The JSON files below a folder of the repository that are no longer than `longest`.
std::vector<std::string> json_files(std::string_view folder, std::size_t longest);

}  // namespace flowc::oracle
