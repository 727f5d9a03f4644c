#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "command_line.hpp"

namespace manual_gen {

/// A verb of the command line with everything that it understands.
struct DescribedVerb {
    std::string_view name;
    std::string_view summary;  ///< a few words, as `flowc --help` lists it
    std::string description;   ///< a sentence
    std::vector<flowc::cli::OptionInfo> table;
};

/// All verbs, asked one after the other.
std::vector<DescribedVerb> described_verbs();

}  // namespace manual_gen
