#pragma once

#include <string_view>

#include "flowc/catalogue.hpp"

namespace flowc::dsl {

/// The command whose answer an inventory reads for resources of this kind; empty: it reads none.
std::string_view list_command(ResourceKind kind);

}  // namespace flowc::dsl
