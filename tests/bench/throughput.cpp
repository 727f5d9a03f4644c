// How fast flow JSON is read and checked, against simdjson's DOM over the same texts.
//
//   throughput ROUNDS FOLDER
//
// Takes every *.json below FOLDER that is a Flow-language document without a fault of text. A round goes over all of
// them with each contestant, one after the other, so that a machine that slows down slows all; each works on a file at
// a time. Prints one line a contestant: the median in MB/s, and its ratio to the first. simdjson is at its best here:
// one parser for all files, texts padded before the clock starts.

#include <simdjson.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "flowc/compile.hpp"
#include "syntax/read.hpp"

namespace {

struct Contestant {
    const char* name;
    std::size_t (*work)(const std::vector<std::string>& texts);  ///< returns what must not be optimised away
    std::vector<double> seconds;
};

std::size_t parse_with_simdjson(const std::vector<std::string>& texts) {
    static simdjson::dom::parser parser;
    std::size_t sum = 0;
    for (const std::string& text : texts) {
        simdjson::dom::element root;
        // The texts were reserved with room for the padding.
        if (parser.parse(text.data(), text.size(), false).get(root) == simdjson::SUCCESS) sum += root.is_object();
    }
    return sum;
}

std::size_t read_tree(const std::vector<std::string>& texts) {
    std::size_t sum = 0;
    for (const std::string& text : texts) {
        flowc::Sources sources;
        flowc::Diagnostics diagnostics;
        sum += flowc::read_json(sources.file(sources.add("flow.json", text)), diagnostics).size();
    }
    return sum;
}

std::size_t check_flow(const std::vector<std::string>& texts) {
    std::size_t sum = 0;
    for (const std::string& text : texts) {
        flowc::Sources sources;
        sum += flowc::check({"flow.json", text}, sources).diagnostics.items().size();
    }
    return sum;
}

std::vector<std::string> texts_below(const char* folder) {
    std::vector<std::string> texts;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file() || entry.path().extension() != ".json") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        std::string text(std::istreambuf_iterator<char>(file), {});
        flowc::Sources sources;
        flowc::Diagnostics diagnostics;
        flowc::read_json(sources.file(sources.add("flow.json", text)), diagnostics);
        if (diagnostics.has_errors() || flowc::read({"flow.json", text}, sources).form != flowc::Form::content) continue;
        text.reserve(text.size() + simdjson::SIMDJSON_PADDING);
        texts.push_back(std::move(text));
    }
    return texts;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
    const int rounds = argc == 3 ? std::atoi(argv[1]) : 0;
    if (rounds <= 0) {
        std::fprintf(stderr, "usage: throughput ROUNDS FOLDER\n");
        return 1;
    }
    const std::vector<std::string> texts = texts_below(argv[2]);
    std::size_t bytes = 0;
    for (const std::string& text : texts) bytes += text.size();
    if (bytes == 0) {
        std::fprintf(stderr, "throughput: %s: no flows\n", argv[2]);
        return 1;
    }
    std::vector<Contestant> contestants{{"simdjson DOM", parse_with_simdjson, {}},
                                        {"read into a syntax tree", read_tree, {}},
                                        {"read and check", check_flow, {}}};
    std::size_t sum = 0;
    for (int round = 0; round < rounds; ++round) {
        for (Contestant& one : contestants) {
            const auto start = std::chrono::steady_clock::now();
            sum += one.work(texts);
            one.seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        }
    }
    const double first = median(contestants[0].seconds);
    for (const Contestant& one : contestants) {
        const double own = median(one.seconds);
        std::printf("%-24s %8.0f MB/s  %6.3f\n", one.name, static_cast<double>(bytes) / own / 1e6, first / own);
    }
    std::printf("%zu flows, %zu bytes\n", texts.size(), bytes);
    return sum == 0 ? 1 : 0;
}
