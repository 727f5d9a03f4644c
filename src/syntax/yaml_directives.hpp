#pragma once

#include <string_view>

#include "flowc/diagnostic.hpp"
#include "source/utf8.hpp"

namespace flowc {

/// Reports the first directive that is not the one `%YAML` line of its document; false where there
/// is one. libyaml takes quadratic time over many directives, so this comes before it parses.
/// `offset` is where `text` lies.
bool has_plain_directives(std::string_view text, const utf8::CodePoints& points, std::uint32_t offset,
                          Diagnostics& diagnostics);

}  // namespace flowc
