#pragma once

#include <bitset>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace catalogue_gen {

using Bytes = std::bitset<256>;

/// A parsed regular expression.
struct PatternNode {
    enum class Kind { bytes, sequence, alternatives, repeat };
    Kind kind = Kind::sequence;
    Bytes bytes;
    std::vector<PatternNode> children;
    unsigned min = 0;
    std::optional<unsigned> max;  ///< repeat: empty is without end
};

struct ParsedPattern {
    PatternNode node;
    bool open_end = false;  ///< no `$`: anything may follow
    std::string problem;
};

ParsedPattern parse_pattern(std::string_view pattern);

}  // namespace catalogue_gen
