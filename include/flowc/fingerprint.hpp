#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "flowc/diagnostic.hpp"
#include "flowc/export.hpp"

namespace FLOWC_PUBLIC flowc {

/// A name for each finding of one file that stays the same when lines move and identifiers are renamed: made of the
/// rule, the file's path, the flow, the action's type, the way to the place and the text there, and a number where several
/// findings have all of that in common. 16 hexadecimal digits each, in the order of the findings.
std::vector<std::string> fingerprints(const Diagnostics& findings, const Sources& sources, std::string_view path);

}  // namespace flowc
