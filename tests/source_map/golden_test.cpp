#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "flowc/compile.hpp"
#include "flowc/source_map.hpp"
#include "source/utf8.hpp"
#include "tests/golden/golden_case.hpp"

/// `<construct>.flow.yaml` beside `<construct>.map`, where every place of the JSON that it compiles to is shown with the
/// word that made it: path, line and column, the word itself, and the uses that led there. Names of resources stand for
/// themselves. With `FLOWC_UPDATE_GOLDENS=1` the maps are rewritten: they are to be read before they are kept.
namespace flowc {
namespace {

std::filesystem::path folder() { return std::filesystem::path(FLOWC_SOURCE_DIR) / "tests" / "source_map"; }

std::vector<std::string> constructs() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder())) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(".flow.yaml") && !name.starts_with("included-"))
            names.push_back(name.substr(0, name.find('.')));
    }
    std::sort(names.begin(), names.end());
    return names;
}

IncludedFile include(std::string_view path, std::string_view) {
    const std::string name{path};
    return {name, golden::read_text(folder() / name), {}};
}

/// The text between two places, its first line; `…` stands for the others.
std::string word_at(const SourceMap& map, const SourceMap::Place& place, const Sources& sources) {
    for (FileId id = 0; id < sources.size(); ++id) {
        const SourceFile& file = sources.file(id);
        if (file.name() != map.sources[place.source]) continue;
        const std::string_view line = file.line(place.begin.line);
        const utf8::CodePoints columns(line);
        const std::size_t begin = columns.byte_of(place.begin.column - 1);
        if (place.begin.line != place.end.line) return std::string{line.substr(begin)} + " …";
        return std::string{line.substr(begin, columns.byte_of(place.end.column - 1) - begin)};
    }
    return {};
}

std::string shown(const SourceMap& map, const SourceMap::Place& place, const Sources& sources) {
    const std::string file = place.source == 0 ? "" : map.sources[place.source] + ':';
    return file + std::to_string(place.begin.line) + ':' + std::to_string(place.begin.column) + "  " +
           word_at(map, place, sources);
}

class SourceMapGolden : public testing::TestWithParam<std::string> {};

TEST_P(SourceMapGolden, ShowsTheWordBehindEveryPlace) {
    const std::string name = GetParam() + ".flow.yaml";
    Sources sources;
    CompileOptions options;
    options.names_may_be_unresolved = true;
    options.include = include;
    const CompileResult result = compile({name, golden::read_text(folder() / name)}, sources, options);
    std::string findings;
    for (const Diagnostic& one : result.diagnostics.items()) findings += render_text(one, sources);
    ASSERT_EQ(findings, "");
    std::string listed;
    for (const CompiledFlow& compiled : result.flows) {
        const SourceMap map = source_map(compiled.flow, sources);
        for (const SourceMap::Mapping& one : map.mappings) {
            listed += (one.path.empty() ? "(the document)" : one.path) + '\n' + "    " +
                      shown(map, one.place, sources) + '\n';
            for (const SourceMap::Use* use : map.uses_of(one))
                listed += "    used at " + shown(map, use->place, sources) + '\n';
        }
    }
    const std::filesystem::path kept = folder() / (GetParam() + ".map");
    if (const char* update = std::getenv("FLOWC_UPDATE_GOLDENS"); update && std::string(update) == "1") {
        std::ofstream(kept, std::ios::binary) << listed;
        return;
    }
    EXPECT_EQ(listed, golden::read_text(kept));
}

INSTANTIATE_TEST_SUITE_P(, SourceMapGolden, testing::ValuesIn(constructs()), [](const auto& use) {
    std::string name = use.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

}  // namespace
}  // namespace flowc
