#pragma once

#include <string_view>

#include "flowc/service_error.hpp"

namespace flowc::service_error_detail {

/// The part of a message's text in front of the first thing that it names.
std::string_view beginning_of(const ServiceMessage& message);

/// A problem of that text, with the message that fits most of it and what it names.
ServiceProblem problem_of(std::string_view text);

}  // namespace flowc::service_error_detail
