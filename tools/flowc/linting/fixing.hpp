#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <system_error>

#include "fixes/edited_text.hpp"
#include "flowc/diagnostic.hpp"

/// What `flowc lint --fix` does to a file.
namespace flowc::cli {

struct FixOptions {
    bool safe = false;
    bool unsafe = false;
    bool diff = false;  ///< a patch is printed, and no file is touched

    bool any() const { return safe || unsafe || diff; }
};

/// A file in the course of its fixes: absent until the first is made.
struct FixedText {
    std::optional<fixes::EditedText> text;
    std::size_t fixes = 0;
};

/// Fixes are made in rounds, each of which reads the whole file: that the rounds are few, whatever the file's size is, so many
/// findings of a rule are looked at in each. Not any number, for a finding is larger than what it is found in.
std::uint32_t most_fixes_at_once(const SourceFile& file);

/// Makes all fixes of a file that can be made together; no: there is none. `file` is the text as it is now.
bool make_fixes(const Diagnostics& findings, const SourceFile& file, bool unsafe_too, FixedText& fixed);

/// Puts a text in the place of what a file holds, or leaves it as it was. A link stays one, and what may not be written
/// is not.
std::error_code write_fixed(const std::string& path, std::string_view text);

}  // namespace flowc::cli
