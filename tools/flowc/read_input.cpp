#include "read_input.hpp"

#include "output.hpp"
#include "posix.hpp"

namespace flowc::cli {

InputText read_input(const InputPath& path) {
    constexpr std::size_t most = (std::size_t{16} << 20) + 4096;
    InputText input;
    const std::error_code error = path.is_stdin ? posix::read_stream(posix::Stream::input, most, input.text)
                                                : posix::read_file(path.name, most, input.text);
    if (!error) return input;
    input.why = reason(error);
    input.problem = "cannot be read: " + input.why;
    return input;
}

}  // namespace flowc::cli
