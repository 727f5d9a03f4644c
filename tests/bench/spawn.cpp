// Measures whole runs of programs against each other, from spawn to exit, output thrown away.
//
//   spawn ROUNDS -- PROGRAM [ARGS…] -- PROGRAM [ARGS…] …
//
// Each reads spawn's standard input, a file, from its beginning. The programs take turns within each round, so that a machine that slows down slows all of them. Prints one line a
// program: the median of the wall time in milliseconds, its ratio to the first, the median of the processor time, which
// tells a slow program from a busy machine, and the largest peak of memory in KiB. Written in C++ because a heavier
// parent makes every spawn dearer, which would flatter the ratios, and its own memory counts as the child's.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

struct Program {
    std::vector<char*> arguments;  // ends with a null
    std::vector<double> wall;      // milliseconds
    std::vector<double> processor;
    long peak = 0;  // KiB
};

[[noreturn]] void fail(const char* what, const char* which) {
    std::fprintf(stderr, "spawn: %s: %s\n", which, what);
    std::exit(1);
}

double milliseconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

void run(Program& program, const posix_spawn_file_actions_t& silence) {
    lseek(STDIN_FILENO, 0, SEEK_SET);
    const auto start = std::chrono::steady_clock::now();
    pid_t child = 0;
    if (posix_spawn(&child, program.arguments[0], &silence, nullptr, program.arguments.data(), environ) != 0)
        fail("cannot be started", program.arguments[0]);
    int status = 0;
    rusage usage{};
    if (wait4(child, &status, 0, &usage) != child) fail("was lost", program.arguments[0]);
    const auto end = std::chrono::steady_clock::now();
    // 1: something was found in the input; 2: it was of no kind that is read.
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 2) fail("failed", program.arguments[0]);
    program.wall.push_back(std::chrono::duration<double, std::milli>(end - start).count());
    program.processor.push_back(milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime));
    program.peak = std::max(program.peak, usage.ru_maxrss);
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 != 0 ? values[half] : (values[half - 1] + values[half]) / 2;
}

}  // namespace

int main(int argc, char** argv) {
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 0;
    std::vector<Program> programs;
    for (int i = 2; i < argc; ++i) {
        if (std::string_view(argv[i]) == "--") programs.emplace_back();
        else if (!programs.empty()) programs.back().arguments.push_back(argv[i]);
    }
    if (rounds <= 0 || programs.empty()) fail("ROUNDS -- PROGRAM [ARGS] [-- PROGRAM [ARGS]] is needed", "usage");
    for (Program& program : programs) {
        if (program.arguments.empty()) fail("-- needs a program behind it", "usage");
        program.arguments.push_back(nullptr);
    }

    posix_spawn_file_actions_t silence;
    posix_spawn_file_actions_init(&silence);
    posix_spawn_file_actions_addopen(&silence, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&silence, STDOUT_FILENO, STDERR_FILENO);
    // The round before the first reads the files into memory; for a single one that is not worth it.
    for (int round = rounds > 1 ? -1 : 0; round < rounds; ++round) {
        for (Program& program : programs) run(program, silence);
    }
    posix_spawn_file_actions_destroy(&silence);

    const double first = median(programs[0].wall);
    for (const Program& program : programs) {
        const double own = median(program.wall);
        std::printf("%.3f %.2f %.3f %ld\n", own, own / first, median(program.processor), program.peak);
    }
}
