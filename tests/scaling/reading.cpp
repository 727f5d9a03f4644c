// How long the reader of JSON or YAML takes for one text, in seconds of the processor.
//
//   reading FILE
//
// Prints the seconds, without those of the file system and of the start of a program, and how many nodes and findings there are.

#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>

#include "syntax/read.hpp"

namespace {

double processor_seconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: reading FILE\n");
        return 1;
    }
    const std::string name = argv[1];
    std::ifstream input(name, std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(input), {});
    flowc::Sources sources;
    const flowc::SourceFile& file = sources.file(sources.add(name, text));
    const double begin = processor_seconds();
    flowc::Diagnostics diagnostics;
    const flowc::SyntaxTree tree =
        name.ends_with(".json") ? flowc::read_json(file, diagnostics) : flowc::read_yaml(file, diagnostics);
    const double end = processor_seconds();
    std::printf("%.6f %zu %zu\n", end - begin, tree.size(), diagnostics.items().size());
    return 0;
}
