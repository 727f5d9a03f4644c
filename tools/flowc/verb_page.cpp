#include "verb_page.hpp"

#include <algorithm>

namespace flowc::cli {

namespace {

struct VerbPage {
    std::string_view verb;
    std::string_view ok;        ///< what exit code 0 says
    std::string_view findings;  ///< what exit code 1 says; empty: the verb does not end so
    std::vector<PageEntry> examples;
    std::vector<PageEntry> files;
};

constexpr PageEntry project_of_a_file{"flowc.yaml",
                                      "the project: the nearest one in the folder of a file or above it; its `env`, "
                                      "`flows`, `defaults` and `include` hold for all commands, `flowc explain "
                                      "project` tells the rest"};

std::vector<VerbPage> verb_pages() {
    return {
        {"compile",
         "no error; warnings do not change that",
         "at least one error, or `--check` found a difference",
         {{"flowc compile -o out", "compile what flowc.yaml names, or this folder"},
          {"flowc compile main.flow.yaml --env env.yaml", "print the JSON of one file"},
          {"flowc compile flows --env production.yaml -o out --check", "fail where a file in `out` is not up to date"}},
         {project_of_a_file,
          {"env.yaml",
           "an environment, whatever it is called, where `--env` or flowc.yaml names it; `flowc explain env` tells of "
           "it"}}},
        {"lint",
         "nothing that `--fail-on` (an error without it) or `--max-warnings` forbids",
         "an error, or what `--fail-on` or `--max-warnings` forbids",
         {{"flowc lint exported/*.json template.yaml", "check flows in whatever they come in"},
          {"flowc lint --changed origin/main --output sarif=lint.sarif",
           "check what a branch has changed, and keep the findings for another program"},
          {"flowc lint --diff flows > fixes.patch", "see what would be mended"}},
         {{"flowc.yaml",
           "the project: the nearest one in the folder of a file or above it; beside what holds for all commands "
           "(`env`, `flows`, `defaults`, `include`) `rules`, `types`, `languages`, `paths`, `allow`, `baseline` and "
           "`extends`; `flowc explain project` tells of it"}}},
        {"explain",
         "it was told",
         "",
         {{"flowc explain menu", "a verb of the language"},
          {"flowc explain unbounded-retry", "a rule"},
          {"flowc explain GetParticipantInput", "an action type of the service"}},
         {}},
        {"decode-error",
         "each problem is understood",
         "a problem is not understood, none is named, or the flow has an error itself",
         {{"flowc decode-error log.txt --flow main.flow.yaml", "tell the line, the cause and the fix of each problem"}},
         {project_of_a_file,
          {"NAME.json.map", "beside the JSON that `--flow` names, what `flowc compile --source-map` has written"}}},
        {"rules", "they were listed", "", {{"flowc rules --format json", "for a program"}}, {}},
        {"schema",
         "it was printed",
         "",
         {{"flowc schema dsl > flowdsl.schema.json", "what editors check flows by"}},
         {}},
        {"init",
         "each file was written, or is there already",
         "",
         {{"flowc init phones", "begin in a folder of its own"}},
         {{"main.flow.yaml", "a first flow"},
          {"env.yaml", "its environment: the ARNs behind the names"},
          {"flowc.yaml", "the project, which names the environment"},
          {"flowdsl.schema.json", "what editors complete and check flows by"}}},
    };
}

bool takes_color(const std::vector<OptionInfo>& table) {
    return std::any_of(table.begin(), table.end(), [](const OptionInfo& option) { return option.names == "--color"; });
}

}  // namespace

std::vector<PageSection> sections_of(const std::string& verb, const std::vector<OptionInfo>& table) {
    std::vector<PageSection> sections;
    const auto add = [&](std::string_view title, std::vector<PageEntry> entries) {
        if (!entries.empty()) sections.push_back({title, std::move(entries)});
    };
    for (VerbPage& page : verb_pages()) {
        if (page.verb != verb) continue;
        add("Examples", std::move(page.examples));
        add("Files", std::move(page.files));
        if (takes_color(table))
            add("Environment", {{"NO_COLOR", "set to anything, nothing is colored, unless `--color always` says so"},
                                {"TERM", "`dumb`: the same"}});
        std::vector<PageEntry> codes{{"0", page.ok}};
        if (!page.findings.empty()) codes.push_back({"1", page.findings});
        for (const ExitCodeInfo& info : exit_codes)
            if (info.code > ExitCode::findings) codes.push_back({info.digit, info.meaning});
        add("Exit status", std::move(codes));
    }
    return sections;
}

}  // namespace flowc::cli
