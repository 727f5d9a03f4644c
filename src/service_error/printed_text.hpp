#pragma once

#include <string>
#include <string_view>

namespace flowc::service_error_detail {

/// What was printed as people read it: a log in UTF-16, as PowerShell writes it, as UTF-8, and nothing of what colours a terminal.
std::string printed_text(std::string_view bytes);

}  // namespace flowc::service_error_detail
