#include "output/output.hpp"

#include <utility>

namespace flowc::cli {

void Output::flush(ExitCode& code) {
    const std::string text = std::exchange(text_, {});
    const std::error_code error = posix::write_stream(stream_, text);
    if (!error || error == std::errc::broken_pipe) return;
    raise(code, ExitCode::unreadable);
    if (stream_ == posix::Stream::error) return;
    // Nobody is left to tell when standard error fails too.
    (void)posix::write_stream(posix::Stream::error, file_error("standard output", "not written: " + reason(error)));
}

std::string reason(std::error_code error) {
    std::string text = error.message();
    if (text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && !(text[1] >= 'A' && text[1] <= 'Z')) {
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    }
    return text;
}

std::string file_error(std::string_view file, std::string_view message) {
    return std::string(file).append(": error: ").append(message).append("\n");
}

}  // namespace flowc::cli
