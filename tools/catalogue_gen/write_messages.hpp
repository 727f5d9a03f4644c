#pragma once

#include <string>
#include <vector>

#include "read_messages.hpp"

namespace catalogue_gen {

/// `message_tables.cpp`: the rows of `flowc::service_messages()`.
std::string message_tables(const std::vector<Message>& messages);

}  // namespace catalogue_gen
