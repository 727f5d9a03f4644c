#include "system/terminal.hpp"

#include <cstdlib>

namespace flowc::cli {

namespace {

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

}  // namespace

bool use_color(ColorWhen when, posix::Stream stream) {
    if (when != ColorWhen::automatic) return when == ColorWhen::always;
    return environment("NO_COLOR").empty() && environment("TERM") != "dumb" && posix::is_terminal(stream);
}

}  // namespace flowc::cli
