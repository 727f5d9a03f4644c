#include "input/read_input.hpp"

#include <filesystem>

#include "output/output.hpp"
#include "system/posix.hpp"

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

InputText read_regular_file(const std::string& name) {
    std::error_code failure;
    const std::filesystem::file_status status = std::filesystem::status(name, failure);
    if (!std::filesystem::exists(status) || std::filesystem::is_regular_file(status) ||
        std::filesystem::is_directory(status))
        return read_input({name, true, false});
    constexpr const char* why = "it is neither a file nor a folder";
    return {{}, std::string{"cannot be read: "} + why, why};
}

}  // namespace flowc::cli
