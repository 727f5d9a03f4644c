#pragma once

#include <span>
#include <string>

#include "described_verb.hpp"

namespace manual_gen {

/// flowc(1)
std::string man_page(std::span<const DescribedVerb> verbs, const std::string& version);
/// flowc-VERB(1)
std::string man_page(const DescribedVerb& verb, const std::string& version);

}  // namespace manual_gen
