#include "tests/golden/golden_case.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <string_view>

#include "flowc/compile.hpp"
#include "lint/lint.hpp"

namespace flowc::golden {
namespace {

constexpr std::string_view flow_yaml = ".flow.yaml";
constexpr std::string_view json = ".json";

/// The file's name without `suffix`; empty where it does not end so.
std::string stem_of(const std::string& name, std::string_view suffix) {
    const bool ends_so =
        name.size() > suffix.size() && name.compare(name.size() - suffix.size(), suffix.size(), suffix) == 0;
    return ends_so ? name.substr(0, name.size() - suffix.size()) : std::string();
}

FlowType type_in(const std::string& stem) {
    const std::size_t dot = stem.rfind('.');
    if (dot == std::string::npos) return FlowType::unknown;
    return flow_type_from_api(stem.substr(dot + 1)).value_or(FlowType::unknown);
}

/// A case of a rule of what the service accepts and callers suffer is held to all rules, and to its own where that waits
/// to be asked for; the others to what is refused: flows that show that are too small to be good.
void set_rules(const Case& golden, RuleSettings& rules) {
    const RuleInfo* own = find_rule(golden.rule);
    const bool advises = own && lint::has(*own);
    for (const RuleInfo* rule : all_rules())
        if (!advises && lint::has(*rule)) rules.set(*rule, Level::off);
    if (own && !own->by_default) rules.set(*own, Level::warning);
}

}  // namespace

std::vector<Case> all_cases() {
    const std::filesystem::path root = std::filesystem::path(FLOWC_SOURCE_DIR) / "tests" / "golden";
    std::vector<Case> cases;
    for (auto at = std::filesystem::recursive_directory_iterator(root);
         at != std::filesystem::recursive_directory_iterator(); ++at) {
        const auto& entry = *at;
        if (at.depth() != 1) continue;  // what belongs to a case lies deeper
        const std::string name = entry.path().filename().string();
        std::string stem = stem_of(name, flow_yaml);
        if (stem.empty()) stem = stem_of(name, json);
        if (stem.empty() || !entry.is_regular_file()) continue;
        cases.push_back({entry.path(), entry.path().parent_path() / (stem + ".expected"),
                         entry.path().parent_path().filename().string(), type_in(stem)});
    }
    std::sort(cases.begin(), cases.end(), [](const Case& a, const Case& b) { return a.input < b.input; });
    return cases;
}

std::string read_text(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

namespace {

/// The files of a folder by name, each with its text; none where there is no such folder.
std::map<std::string, std::string> files_in(const std::filesystem::path& folder) {
    std::map<std::string, std::string> files;
    if (!std::filesystem::is_directory(folder)) return files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        files.emplace(entry.path().filename().string(), read_text(entry.path()));
    return files;
}

}  // namespace

std::string findings_of(const Case& golden) {
    Sources sources;
    CheckOptions options;
    options.type = golden.type;
    set_rules(golden, options.lint.rules);
    Diagnostics diagnostics;

    Environment environment;
    const std::string name = golden.input.filename().string();
    const std::string stem = stem_of(name, flow_yaml);
    const std::filesystem::path environment_path = golden.input.parent_path() / (stem + ".env.yaml");
    if (!stem.empty() && std::filesystem::exists(environment_path)) {
        const std::string text = read_text(environment_path);
        environment = read_environment({environment_path.filename().string(), text}, sources, diagnostics);
        options.compile.environment = &environment;
    }
    const auto inventory = files_in(golden.input.parent_path() / (stem + ".env"));
    if (!inventory.empty()) {
        std::vector<Input> lists;
        for (const auto& [file, text] : inventory) lists.push_back({file, text});
        environment = read_inventory(stem + ".env", lists, sources, diagnostics);
        options.compile.environment = &environment;
    }
    const std::string text = read_text(golden.input);
    const auto others =
        files_in(golden.input.parent_path() / ((stem.empty() ? stem_of(name, json) : stem) + ".project"));
    std::vector<FileInterface> interfaces;
    for (const auto& [file, other] : others) interfaces.push_back(read_interface({file, other}, options.compile));
    const ProjectFlows project{std::move(interfaces)};
    options.compile.flows = &project;
    std::vector<FileSummary> summaries{summarise({name, text}, options)};
    for (const auto& [file, other] : others) summaries.push_back(summarise({file, other}, options));
    const FlowSet set{std::move(summaries), !others.empty()};
    options.compile.set = &set;

    const CheckResult result = check({name, text}, sources, options);
    std::vector<Diagnostic>& found = diagnostics.items();
    found.insert(found.end(), result.diagnostics.items().begin(), result.diagnostics.items().end());
    diagnostics.sort();
    std::string output;
    for (const Diagnostic& diagnostic : diagnostics.items()) output += render_text(diagnostic, sources);
    return output;
}

}  // namespace flowc::golden
