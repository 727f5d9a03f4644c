#pragma once

#include "system/posix.hpp"

namespace flowc::cli {

enum class ColorWhen { automatic, always, never };

/// `automatic`: on a terminal that can, unless `NO_COLOR` is set to something.
bool use_color(ColorWhen when, posix::Stream stream);

}  // namespace flowc::cli
