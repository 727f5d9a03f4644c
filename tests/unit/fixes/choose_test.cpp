#include "fixes/choose.hpp"

#include <gtest/gtest.h>

#include <initializer_list>

namespace flowc {
namespace {

/// How many fixes are chosen of safe ones with these edits, one edit a fix.
std::size_t chosen(std::initializer_list<Span> spans) {
    Sources sources;
    const SourceFile& file = sources.file(sources.add("f", "0123456789"));
    std::vector<Diagnostic> findings;
    for (const Span span : spans) findings.emplace_back().fixes = {{"", true, {{span, "x"}}}};
    return fixes::choose(findings, file, false).fixes;
}

TEST(Choose, TakesTheFirstOfFixesThatMeet) {
    EXPECT_EQ(chosen({{1, 4}, {5, 8}}), 2u);
    EXPECT_EQ(chosen({{1, 4}, {4, 8}}), 2u);
    EXPECT_EQ(chosen({{1, 5}, {4, 8}}), 1u);
    EXPECT_EQ(chosen({{4, 8}, {1, 5}}), 1u);
    EXPECT_EQ(chosen({{0, 9}, {4, 5}}), 1u);
    EXPECT_EQ(chosen({{4, 5}, {0, 9}}), 1u);
}

TEST(Choose, PutsNothingInBesideAChange) {
    EXPECT_EQ(chosen({{3, 3}, {3, 3}}), 1u);
    EXPECT_EQ(chosen({{3, 3}, {3, 6}}), 1u);
    EXPECT_EQ(chosen({{3, 6}, {6, 6}}), 1u);
    EXPECT_EQ(chosen({{1, 3}, {3, 6}, {6, 6}}), 2u);
    EXPECT_EQ(chosen({{3, 3}, {4, 4}}), 2u);
}

TEST(Choose, LeavesOtherFilesAlone) { EXPECT_EQ(chosen({{8, 11}}), 0u); }

TEST(Choose, AsksForUnsafeFixesOnlyWhereTheyAreWanted) {
    Diagnostic finding;
    finding.fixes = {{"a guess", false, {}}};
    EXPECT_EQ(fixes::fix_of(finding, false), nullptr);
    EXPECT_EQ(fixes::fix_of(finding, true)->title, "a guess");
}

}  // namespace
}  // namespace flowc
