#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "flowc/compile.hpp"

/// The files that a call brings along: nothing is read from a disk.
namespace flowc::c_abi {

/// Names, and what they stand for.
using Texts = std::map<std::string, std::string, std::less<>>;

/// Where `path` leads to from the folder of the file `from`, by its words alone.
std::string path_from(std::string_view path, std::string_view from);

/// A sentence: there is no such path among the files, and what to do.
std::string is_not_in(const Texts& files, std::string_view path);

/// The file that an `include` in the file `from` names, which lies in the folder of the file `project` or below it. Where that
/// is `own`, the text of the call, it is called so.
IncludedFile include_from(const Texts& files, std::string_view own, std::string_view path, std::string_view from,
                          const std::optional<std::string>& project);

}  // namespace flowc::c_abi
