#pragma once

#include <string>
#include <string_view>

namespace flowc::cli {

/// A text as the value of an XML attribute: line ends and tabs by number, so that readers keep them; what XML 1.0 cannot hold
/// (control characters, bytes that are no UTF-8) as U+FFFD.
std::string xml_value(std::string_view text);

}  // namespace flowc::cli
