#include <filesystem>

#include "command.hpp"
#include "output/first_files.hpp"
#include "output/output.hpp"

namespace flowc::cli {

namespace fs = std::filesystem;

ExitCode init_command(const Arguments& arguments) {
    std::string folder = ".";
    CommandLine line(
        "init",
        "Writes a first flow, main.flow.yaml, its environment, env.yaml, the project, flowc.yaml, and what editors "
        "check flows by, flowdsl.schema.json. Overwrites nothing.");
    line.argument("DIR", folder, "the folder to write to (default: the current one)");
    if (const auto code = line.parse(arguments)) return *code;

    ExitCode code = ExitCode::ok;
    Output out(posix::Stream::output);
    Output err(posix::Stream::error);
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        err << file_error(folder, "cannot be created: " + reason(error));
        raise(code, ExitCode::unreadable);
    }
    bool written = false;
    for (const FirstFile& file : first_files()) {
        if (error) break;
        const fs::path path = folder == "." ? fs::path(file.name) : fs::path(folder) / file.name;
        const std::error_code failed = posix::create_file(path.native(), file.text);
        if (failed == std::errc::file_exists) {
            out << path.native() << ": exists already, left as it is\n";
        } else if (failed) {
            err << file_error(path.native(), "not written: " + reason(failed));
            raise(code, ExitCode::unreadable);
        } else {
            out << path.native() << ": written\n";
            written = true;
        }
    }
    if (written && code == ExitCode::ok)
        out << "next" << (folder == "." ? "" : ", in " + folder)
            << ": `flowc lint`; then, with the ARNs of your instance in env.yaml, `flowc compile -o out`\n";
    err.flush(code);
    out.flush(code);
    return code;
}

}  // namespace flowc::cli
