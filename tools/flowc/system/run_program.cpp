#include "system/run_program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

extern char** environ;

namespace flowc::cli {

namespace {

/// Both ends of a pipe, closed at the end of their scope.
struct Pipe {
    std::array<int, 2> ends{-1, -1};

    Pipe() = default;
    ~Pipe() {
        close(0);
        close(1);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    bool open() { return ::pipe2(ends.data(), O_CLOEXEC) == 0; }
    void close(std::size_t end) {
        if (ends[end] >= 0) ::close(ends[end]);
        ends[end] = -1;
    }
};

/// Reads both until both are closed: a program that fills one waits for its reader.
void read_both(Pipe& output, Pipe& error, ProgramRun& run) {
    std::array<pollfd, 2> ends{{{output.ends[0], POLLIN, 0}, {error.ends[0], POLLIN, 0}}};
    const std::array<std::string*, 2> texts{&run.output, &run.error};
    std::array<char, 16384> part{};
    while (ends[0].fd >= 0 || ends[1].fd >= 0) {
        if (::poll(ends.data(), ends.size(), -1) < 0 && errno != EINTR) return;
        for (std::size_t i = 0; i < ends.size(); ++i) {
            if (ends[i].fd < 0 || ends[i].revents == 0) continue;
            const ssize_t got = ::read(ends[i].fd, part.data(), part.size());
            if (got > 0) texts[i]->append(part.data(), static_cast<std::size_t>(got));
            else if (got == 0 || errno != EINTR) ends[i].fd = -1;
        }
    }
}

}  // namespace

ProgramRun run_program(const std::vector<std::string>& words) {
    ProgramRun run;
    Pipe output;
    Pipe error;
    if (!output.open() || !error.open()) {
        run.failure = {errno, std::generic_category()};
        return run;
    }
    std::vector<std::string> copy = words;
    std::vector<char*> arguments;
    for (std::string& word : copy) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t files;
    ::posix_spawn_file_actions_init(&files);
    ::posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&files, output.ends[1], 1);
    ::posix_spawn_file_actions_adddup2(&files, error.ends[1], 2);
    pid_t child = -1;
    const int failed = ::posix_spawnp(&child, arguments[0], &files, nullptr, arguments.data(), environ);
    ::posix_spawn_file_actions_destroy(&files);
    if (failed != 0) {
        run.failure = {failed, std::generic_category()};
        return run;
    }
    output.close(1);
    error.close(1);
    read_both(output, error, run);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return run;
    if (WIFEXITED(status)) run.exit = WEXITSTATUS(status);
    return run;
}

}  // namespace flowc::cli
