// How fast flows are read, checked, compiled and emitted, beside yardsticks that go over the same bytes.
//
//   flowc_benchmarks FOLDER [OPTIONS OF GOOGLE BENCHMARK]
//
// FOLDER holds flow JSON (every *.json below it that is a Flow-language document without a fault of text) and flow files
// (every *.flow.yaml). One iteration goes over all texts of a kind, one after the other. The yardsticks are at their
// best: one parser for all texts, which are in memory and padded before the clock starts. `run.py` makes ratios of it.

#include <benchmark/benchmark.h>
#include <simdjson.h>
#include <yaml.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "flowc/compile.hpp"
#include "lint/lint.hpp"
#include "syntax/read.hpp"

namespace {

using flowc::Input;
using flowc::Sources;
using Texts = std::vector<std::string>;
using Work = void (*)(const std::string& text);

void copy(const std::string& text) {
    static std::string target;
    target.resize(text.size());
    std::memcpy(target.data(), text.data(), text.size());
    benchmark::DoNotOptimize(target.data());
    benchmark::ClobberMemory();
}

void parse_with_simdjson(const std::string& text) {
    static simdjson::dom::parser parser;
    simdjson::dom::element root;
    // The texts were reserved with room for the padding.
    benchmark::DoNotOptimize(parser.parse(text.data(), text.size(), false).get(root));
}

void parse_with_nlohmann(const std::string& text) {
    benchmark::DoNotOptimize(nlohmann::json::parse(text, nullptr, false).size());
}

void loop_over_libyaml(const std::string& text) {
    yaml_parser_t parser;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    yaml_event_type_t type = YAML_NO_EVENT;
    yaml_event_t event;
    while (type != YAML_STREAM_END_EVENT && yaml_parser_parse(&parser, &event) != 0) {
        type = event.type;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
}

template <flowc::SyntaxTree (*reader)(const flowc::SourceFile&, flowc::Diagnostics&)>
void read(const std::string& text) {
    Sources sources;
    flowc::Diagnostics diagnostics;
    benchmark::DoNotOptimize(reader(sources.file(sources.add("flow", text)), diagnostics).size());
}

/// What is refused, without what callers and deployers suffer.
flowc::CheckOptions validity() {
    flowc::CheckOptions options;
    for (const flowc::RuleInfo* rule : flowc::all_rules())
        if (flowc::lint::has(*rule)) options.lint.rules.set(*rule, flowc::Level::off);
    return options;
}

/// Every rule, those too that wait to be asked for.
flowc::CheckOptions everything() {
    flowc::CheckOptions options;
    for (const flowc::RuleInfo* rule : flowc::all_rules())
        if (!rule->by_default) options.lint.rules.set(*rule, flowc::Level::warning);
    return options;
}

template <flowc::CheckOptions (*make_options)()>
void check_json(const std::string& text) {
    static const flowc::CheckOptions options = make_options();
    Sources sources;
    benchmark::DoNotOptimize(flowc::check({"flow.json", text}, sources, options).flows.size());
}

template <flowc::CheckOptions (*make_options)()>
void check_yaml(const std::string& text) {
    static const flowc::CheckOptions options = make_options();
    Sources sources;
    benchmark::DoNotOptimize(flowc::check({"a.flow.yaml", text}, sources, options).flows.size());
}

/// Compiles, where every name has an ARN.
flowc::CompileResult compiled(const std::string& text, Sources& sources) {
    flowc::CompileOptions options;
    options.names_may_be_unresolved = true;
    return flowc::compile({"a.flow.yaml", text}, sources, options);
}

void compile_yaml(const std::string& text) {
    Sources sources;
    benchmark::DoNotOptimize(compiled(text, sources).flows.size());
}

void over_all(benchmark::State& state, const Texts& texts, Work work) {
    for (auto _ : state) {
        for (const std::string& text : texts) work(text);
    }
    std::size_t bytes = 0;
    for (const std::string& text : texts) bytes += text.size();
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * static_cast<std::int64_t>(state.iterations()));
}

void add(const std::string& name, const Texts& texts, Work work) {
    benchmark::RegisterBenchmark(name.c_str(),
                                 [&texts, work](benchmark::State& state) { over_all(state, texts, work); });
}

/// Flows that are compiled already are laid out and written.
void add_emit(const std::string& name, const Texts& texts) {
    benchmark::RegisterBenchmark(name.c_str(), [&texts](benchmark::State& state) {
        std::vector<std::unique_ptr<Sources>> sources;
        std::vector<flowc::CompileResult> results;
        for (const std::string& text : texts) {
            sources.push_back(std::make_unique<Sources>());
            results.push_back(compiled(text, *sources.back()));
        }
        for (auto _ : state) {
            for (const flowc::CompileResult& result : results)
                for (const flowc::CompiledFlow& flow : result.flows)
                    benchmark::DoNotOptimize(flowc::emit(flow.flow, flowc::Target::content).size());
        }
    });
}

/// A flow of so many actions: menus whose answers lead on, said in blocks as a person would.
std::string flow_of(int actions) {
    std::string text = "flow: Scaling\non_error: hangup\nstart:\n";
    for (int i = 0; i + 2 < actions; ++i) {
        text += i % 5 == 4 ? "  - set: {step: \"" + std::to_string(i) + "\"}\n"
                           : "  - say: This is announcement number " + std::to_string(i) + " of this flow.\n";
    }
    return text + "  - hangup\n";
}

/// About the largest flow that the service takes: 249 actions, menus with their retries, attributes and announcements, which
/// are emitted in 180 KB.
std::string largest_flow() {
    std::string text = "flow: Largest\non_error: hangup\nstart:\n";
    for (int i = 0; i < 62; ++i) {
        const std::string number = std::to_string(i);
        text += "  - say: Announcement " + number +
                ". Our offices are closed today.\n"
                "  - set: {step: \"" +
                number +
                "\"}\n"
                "  - menu: \"" +
                number +
                "\"\n"
                "    options: {1: next, 2: next}\n"
                "    prompt: For sales, press one. For everything else, press two.\n"
                "    tries: 1\n"
                "    give_up: next\n"
                "  - say: Thank you. Please hold the line.\n";
    }
    return text + "  - hangup\n";
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(file), {});
    text.reserve(text.size() + simdjson::SIMDJSON_PADDING);
    return text;
}

bool is_flow_json(const std::string& text) {
    Sources sources;
    const flowc::CheckResult result = flowc::check({"flow.json", text}, sources);
    return !result.flows.empty();
}

struct Inputs {
    Texts json;
    Texts yaml;
    Texts emitted;  ///< what the flow files compile to
    std::vector<Texts> scaled_yaml;
    std::vector<Texts> scaled_json;
    Texts largest;
};

Texts emitted_from(const Texts& yaml) {
    Texts emitted;
    for (const std::string& text : yaml) {
        Sources sources;
        for (const flowc::CompiledFlow& flow : compiled(text, sources).flows) {
            emitted.push_back(flowc::emit(flow.flow, flowc::Target::content));
            emitted.back().reserve(emitted.back().size() + simdjson::SIMDJSON_PADDING);
        }
    }
    return emitted;
}

Inputs inputs_below(const char* folder) {
    Inputs inputs;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        const std::string name = entry.path().filename().string();
        if (name.ends_with(".flow.yaml")) inputs.yaml.push_back(read_file(entry.path()));
        if (!name.ends_with(".json")) continue;
        std::string text = read_file(entry.path());
        if (is_flow_json(text)) inputs.json.push_back(std::move(text));
    }
    inputs.emitted = emitted_from(inputs.yaml);
    return inputs;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fprintf(stderr, "usage: flowc_benchmarks FOLDER [OPTIONS OF GOOGLE BENCHMARK]\n");
        return 1;
    }
    Inputs inputs = inputs_below(argv[1]);
    argv[1] = argv[0];
    int rest = argc - 1;
    benchmark::Initialize(&rest, argv + 1);
    if (benchmark::ReportUnrecognizedArguments(rest, argv + 1)) return 1;

    if (!inputs.json.empty()) {
        add("json/memcpy", inputs.json, copy);
        add("json/simdjson", inputs.json, parse_with_simdjson);
        add("json/nlohmann", inputs.json, parse_with_nlohmann);
        add("json/read", inputs.json, read<flowc::read_json>);
        add("json/check", inputs.json, check_json<validity>);
        add("json/lint", inputs.json, check_json<everything>);
    }
    if (!inputs.yaml.empty()) {
        add("yaml/memcpy", inputs.yaml, copy);
        add("yaml/libyaml", inputs.yaml, loop_over_libyaml);
        add("yaml/read", inputs.yaml, read<flowc::read_yaml>);
        add("yaml/check", inputs.yaml, check_yaml<validity>);
        add("yaml/lint", inputs.yaml, check_yaml<everything>);
        add("yaml/compile", inputs.yaml, compile_yaml);
        add("emit/memcpy", inputs.emitted, copy);
        add("emit/simdjson", inputs.emitted, parse_with_simdjson);
        add("emit/nlohmann", inputs.emitted, parse_with_nlohmann);
        add_emit("emit/emit", inputs.yaml);
    }
    const int sizes[] = {10, 25, 50, 100, 250};
    for (const int size : sizes) {
        inputs.scaled_yaml.push_back({flow_of(size)});
        inputs.scaled_json.push_back(emitted_from(inputs.scaled_yaml.back()));
    }
    for (std::size_t i = 0; i < std::size(sizes); ++i) {
        add("scaling/json-" + std::to_string(sizes[i]), inputs.scaled_json[i], check_json<everything>);
        add("scaling/yaml-" + std::to_string(sizes[i]), inputs.scaled_yaml[i], check_yaml<everything>);
    }
    inputs.largest = emitted_from({largest_flow()});
    add("largest/simdjson", inputs.largest, parse_with_simdjson);
    add("largest/lint", inputs.largest, check_json<everything>);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
