#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "flowc/compile.hpp"
#include "lint/lint.hpp"
#include "tests/golden/golden_case.hpp"

namespace flowc::golden {
namespace {

std::string place(const SourceFile& file, std::uint32_t offset) {
    const Position at = file.position(offset);
    return std::to_string(at.line) + ':' + std::to_string(at.column);
}

/// The flows that are found in a file, a line each, and what is found in them.
std::string found_in(const std::filesystem::path& input) {
    Sources sources;
    const std::string text = read_text(input);
    Document document = read({input.filename().string(), text}, sources);
    std::string output = std::string(to_string(document.form)) + '\n';
    CheckOptions options;
    // What else there is to say of these flows is for the goldens of its rules.
    for (const RuleInfo* rule : all_rules())
        if (lint::has(*rule)) options.lint.rules.set(*rule, Level::off);
    const CheckResult result = check(std::move(document), sources, options);
    for (const Flow& flow : result.flows) {
        const Span span = sources.outermost(flow.node(flow.document).span());
        output += place(sources.file_of(span), span.begin) + " `" + flow.name + "` ";
        if (flow.type == FlowType::unknown) output += "of no known type\n";
        else
            output += std::string(info(flow.type).api) +
                      (flow.type_source == TypeSource::actions ? ", by its actions\n" : "\n");
    }
    for (const Diagnostic& finding : result.diagnostics.items()) {
        output += '\n' + render_text(finding, sources);
        const Subject& subject = finding.subject;
        if (!subject.action.empty())
            for (const std::string_view part : std::initializer_list<std::string_view>{
                     "  (", subject.flow, ": ", subject.action, ", ", subject.path, ")\n"})
                output += part;
    }
    return output;
}

/// Every file in the folders of `tests/forms` beside what is found in it, its name with `.expected`.
TEST(Forms, AreReadWithPlacesInTheFile) {
    const char* switched = std::getenv("FLOWC_UPDATE_GOLDENS");
    const bool update = switched && std::string(switched) == "1";
    std::size_t cases = 0;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::filesystem::path(FLOWC_SOURCE_DIR) / "tests/forms")) {
        const std::filesystem::path& input = entry.path();
        if (!entry.is_regular_file() || input.extension() == ".expected" || input.extension() == ".cpp") continue;
        ++cases;
        SCOPED_TRACE(input.string());
        const std::filesystem::path expected = input.string() + ".expected";
        const std::string found = found_in(input);
        if (update) {
            std::ofstream file(expected, std::ios::binary);
            file << found;
            EXPECT_TRUE(file.flush()) << "cannot write " << expected;
        } else {
            EXPECT_EQ(found, read_text(expected));
        }
    }
    EXPECT_GT(cases, 0u);
}

}  // namespace
}  // namespace flowc::golden
