#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "flowc/compile.hpp"
#include "flowc/source_map.hpp"
#include "syntax/read.hpp"
#include "tests/golden/golden_case.hpp"

/// What holds for the source map of every flow there is: all samples, and the example of every action type.
namespace flowc {
namespace {

namespace fs = std::filesystem;

const fs::path root = FLOWC_SOURCE_DIR;

/// A file of flows and the environment that it is compiled with.
struct Source {
    fs::path file;
    fs::path environment;
};

std::vector<Source> all_sources() {
    std::vector<Source> found;
    for (const auto& entry : fs::recursive_directory_iterator(root / "tests" / "actions"))
        if (entry.path().native().ends_with(".flow.yaml"))
            found.push_back({entry.path(), root / "tests" / "actions" / "env.yaml"});
    for (const auto& entry : fs::recursive_directory_iterator(root / "samples"))
        if (entry.path().native().ends_with(".flow.yaml"))
            found.push_back({entry.path(), entry.path().parent_path() / "env.yaml"});
    std::sort(found.begin(), found.end(), [](const Source& a, const Source& b) { return a.file < b.file; });
    return found;
}

/// A value of a compiled flow by its path.
using Values = std::map<std::string, std::string>;

Environment environment_of(const Source& source) {
    Sources sources;
    Diagnostics none;
    return fs::exists(source.environment)
               ? read_environment({"env.yaml", golden::read_text(source.environment)}, sources, none)
               : Environment{};
}

/// The flows of a file, compiled; names that the environment does not give stand for themselves.
class Flows {
  public:
    Flows(const std::string& text, const Environment& environment) {
        CompileOptions options;
        options.environment = &environment;
        options.names_may_be_unresolved = true;
        result_ = compile({"a.flow.yaml", text}, sources_, options);
    }

    const std::vector<CompiledFlow>& all() const { return result_.flows; }
    const Sources& sources() const { return sources_; }
    const SourceFile& file() const { return sources_.file(0); }

    /// Types, identifiers and the number of branches: what two compilations must share for their values to be compared.
    std::string shape() const {
        std::string text;
        for (const CompiledFlow& one : all())
            for (const Action& action : one.flow.actions)
                text.append(action.type_name)
                    .append(" ")
                    .append(action.identifier)
                    .append(" ")
                    .append(std::to_string(one.flow.transitions_of(action).size()))
                    .append("\n");
        return text;
    }

  private:
    Sources sources_;
    CompileResult result_;
};

void collect(Node node, const std::string& path, Values& values) {
    if (node.is_scalar()) values.emplace(path, node.text());
    for (const auto [key, value] : node.entries()) {
        const std::string name{key.text()};
        const bool plain = !name.empty() &&
                           name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") ==
                               std::string::npos;
        collect(value, plain ? path.empty() ? name : path + "." + name : path + "['" + name + "']", values);
    }
    std::size_t index = 0;
    for (const Node item : node.items()) collect(item, path + "[" + std::to_string(index++) + "]", values);
}

/// Every value of the emitted document's actions, read from its text.
Values values_of(const Flow& flow) {
    const SourceFile file("flow.json", emit(flow, Target::content), 0);
    Diagnostics faults;
    const SyntaxTree tree = read_json(file, faults);
    Values values;
    collect(tree.node(tree.roots().at(0)).find("Actions"), "Actions", values);
    return values;
}

bool within(const SourceMap::Place& inner, const SourceMap::Place& outer) {
    const auto before = [](Position a, Position b) {
        return a.line != b.line ? a.line < b.line : a.column <= b.column;
    };
    return inner.source == outer.source && before(outer.begin, inner.begin) && before(inner.end, outer.end);
}

/// `Actions[3]` of a path below it.
std::string action_of(const std::string& path) { return path.substr(0, path.find(']') + 1); }

SourceMap::Place place_of(const SourceFile& file, Span span) {
    return {0, file.position(span.begin), file.position(span.end)};
}

/// The words that may name a target outside of the step that goes there: those of `on_error` in a head or in defaults,
/// and jumps, which are steps of their own.
std::vector<SourceMap::Place> targets_elsewhere(const SourceFile& file) {
    Diagnostics none;
    const SyntaxTree tree = read_yaml(file, none);
    std::vector<SourceMap::Place> places;
    for (const NodeId document : tree.roots())
        for (const Node head : {tree.node(document), tree.node(document).find("defaults")})
            if (const Node on_error = head.find("on_error")) places.push_back(place_of(file, on_error.span()));
    for (NodeId id = 0; id < tree.size(); ++id)
        for (const Node item : tree.node(id).items())
            if (item.is_scalar()) places.push_back(place_of(file, item.span()));
    return places;
}

class EverySource : public testing::TestWithParam<Source> {};

TEST_P(EverySource, IsMappedWholeAndWithinItsSteps) {
    const Flows flows(golden::read_text(GetParam().file), environment_of(GetParam()));
    ASSERT_FALSE(flows.all().empty());
    const std::vector<SourceMap::Place> elsewhere = targets_elsewhere(flows.file());
    for (const CompiledFlow& one : flows.all()) {
        const SourceMap map = source_map(one.flow, flows.sources());
        const Values values = values_of(one.flow);
        std::set<std::string> mapped;
        for (const SourceMap::Mapping& each : map.mappings) {
            EXPECT_TRUE(mapped.insert(each.path).second) << each.path << " is mapped twice";
            if (!each.path.starts_with("Actions[")) continue;
            const SourceMap::Place& step = map.find(action_of(each.path)).mapping->place;
            const bool target = each.path.ends_with(".NextAction");
            EXPECT_TRUE(within(each.place, step) ||
                        (target && std::any_of(elsewhere.begin(), elsewhere.end(),
                                               [&](const auto& word) { return within(each.place, word); })))
                << each.path << " lies at line " << each.place.begin.line << ", and its step at line "
                << step.begin.line;
        }
        for (const auto& [path, value] : values) EXPECT_TRUE(map.find(path).exact) << path << " is not mapped";
    }
}

/// The text with one scalar changed, in ways that some field may take; empty: there is none.
std::vector<std::string> variants(std::string_view scalar) {
    std::vector<std::string> found;
    const std::string text{scalar};
    if (text == "on" || text == "off") found.push_back(text == "on" ? "off" : "on");
    if (const std::size_t digit = text.find_first_of("123456789"); digit != std::string::npos) {
        found.push_back(text);
        char& c = found.back()[digit];
        c = c == '9' ? '8' : static_cast<char>(c + 1);
    }
    const std::size_t last = text.find_last_not_of("\n \"'}");
    if (last != std::string::npos) found.push_back(text.substr(0, last + 1) + "x" + text.substr(last + 1));
    return found;
}

/// What follows from a word is mapped to that word. The compiler itself says what follows: a scalar of a step is changed
/// and the flow compiled again. A value that is the scalar's own text lies exactly there; a value that is made of
/// words lies at one of them.
TEST_P(EverySource, LeadsFromAValueToTheWordThatChangesIt) {
    const std::string text = golden::read_text(GetParam().file);
    const Environment environment = environment_of(GetParam());
    const Flows flows(text, environment);
    std::vector<SourceMap> maps;
    std::vector<Values> values;
    for (const CompiledFlow& one : flows.all()) {
        maps.push_back(source_map(one.flow, flows.sources()));
        values.push_back(values_of(one.flow));
    }
    Diagnostics none;
    const SyntaxTree tree = read_yaml(flows.file(), none);
    std::map<std::pair<std::size_t, std::string>, bool> led;  // by flow and path: to one of the words it is made of
    for (NodeId id = 0; id < tree.size(); ++id) {
        const Node scalar = tree.node(id);
        if (!scalar.is_scalar() || scalar.span().empty()) continue;
        const SourceMap::Place word = place_of(flows.file(), scalar.span());
        const std::size_t offset = scalar.span().begin - flows.file().base();
        for (const std::string& variant : variants(flows.file().slice(scalar.span()))) {
            const Flows changed(text.substr(0, offset) + variant + text.substr(offset + scalar.span().size()),
                                environment);
            if (changed.all().size() != flows.all().size() || changed.shape() != flows.shape()) continue;
            for (std::size_t i = 0; i < maps.size(); ++i) {
                const Values now = values_of(changed.all()[i].flow);
                for (const auto& [path, value] : values[i]) {
                    const auto other = now.find(path);
                    if (other == now.end() || other->second == value) continue;
                    const SourceMap::Place& place = maps[i].find(path).mapping->place;
                    const SourceMap::Place& step = maps[i].find(action_of(path)).mapping->place;
                    // What a head key says of all steps is no word of any.
                    if (!within(word, step) && !path.ends_with(".NextAction")) continue;
                    bool& led_here = led[{i, path}];
                    led_here = led_here || within(word, place) || within(place, word);
                    if (value == scalar.text()) {
                        EXPECT_EQ(place, word)
                            << path << " is `" << value << "`, written at line " << word.begin.line
                            << " and mapped to line " << place.begin.line << ", column " << place.begin.column;
                    }
                }
            }
            break;
        }
    }
    for (const auto& [value, leads] : led)
        EXPECT_TRUE(leads) << value.second << " is mapped to none of the words that change it";
    std::cout << led.size() << " followed\n";
}

INSTANTIATE_TEST_SUITE_P(, EverySource, testing::ValuesIn(all_sources()), [](const auto& use) {
    std::string name = fs::relative(use.param.file, root).string();
    for (char& c : name)
        if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
    return name;
});

}  // namespace
}  // namespace flowc
