#pragma once

#include <string_view>

#include "flowc/diagnostic.hpp"

namespace flowc {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Reports that a text is too long to be read, at its beginning.
void report_too_large(Span begin, std::size_t size, std::size_t limit, Diagnostics& diagnostics);

/// Whether a text can be read at all: not larger than `limit` bytes, UTF-8, without NUL bytes.
/// Reports the first thing that is wrong; `syntax` is the rule for what is UTF-8 but no text.
bool is_plain_text(const SourceFile& file, std::size_t limit, const RuleInfo& syntax, Diagnostics& diagnostics);

}  // namespace flowc
