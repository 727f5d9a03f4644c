#pragma once

#include <string>
#include <string_view>

namespace flowc::service_error_detail {

enum class Encoding { utf8, utf16_le, utf16_be };

/// The encoding of what was printed: by the byte-order mark; without one, by the zeros that stand beside Latin letters.
Encoding encoding_of(std::string_view bytes);

/// What was printed as people read it: a log in UTF-16, as PowerShell writes it, as UTF-8, nothing of what colours a terminal,
/// and no box around it.
std::string printed_text(std::string_view bytes);

}  // namespace flowc::service_error_detail
