#pragma once

#include <string>
#include <string_view>

#include "fixes/edited_text.hpp"

namespace flowc::cli {

/// The edits of the file at `path` as a patch in git's form: three lines around each change, byte for byte. Empty where the text is
/// what it was. Linear in the text and its edits.
std::string patch(std::string_view path, const fixes::EditedText& text);

}  // namespace flowc::cli
