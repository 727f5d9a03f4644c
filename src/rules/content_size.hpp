#pragma once

#include "flowc/diagnostic.hpp"

namespace flowc::rules {

/// Holds the number of characters of a flow's content to the service's limit: for whoever writes a flow.
void check_content_size(std::size_t size, Span span, Diagnostics& diagnostics);

}  // namespace flowc::rules
