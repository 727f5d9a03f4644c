#include <gtest/gtest.h>

#include <algorithm>
#include <ranges>
#include <string>

#include "flowc/syntax.hpp"

namespace flowc {
namespace {

TEST(Tree, AnAbsentNodeAnswersWithNothing) {
    const Node nothing;
    EXPECT_FALSE(nothing);
    EXPECT_EQ(nothing.id(), no_node);
    EXPECT_EQ(nothing.text(), "");
    EXPECT_EQ(nothing.size(), 0u);
    EXPECT_FALSE(nothing.find("a").find("b"));
    EXPECT_FALSE(nothing.is_scalar());
    for (const Node item : nothing.items()) ADD_FAILURE() << item.id();
}

TEST(Tree, IsWrittenInDocumentOrder) {
    SyntaxTree tree;
    SyntaxBuilder build(tree);
    build.begin_document();
    const NodeId map = build.begin(NodeKind::mapping, {0, 0});
    build.scalar(NodeKind::string, "a", {1, 2});
    const NodeId list = build.begin(NodeKind::sequence, {3, 3});
    const NodeId item = build.scalar(NodeKind::number, build.keep("12"), {4, 6});
    build.end(list, 7);
    build.scalar(NodeKind::string, "a", {8, 9});
    build.scalar(NodeKind::null, "null", {10, 14});
    build.end(map, 15);

    const Node root = tree.node(tree.roots()[0]);
    EXPECT_EQ(root.size(), 2u);
    EXPECT_EQ(root.span(), (Span{0, 15}));
    EXPECT_TRUE(root.find("a").is_sequence()) << "the first of two";
    EXPECT_EQ(root.find("a").size(), 1u);
    EXPECT_EQ(root.find_key("a").span(), (Span{1, 2}));
    EXPECT_FALSE(root.find("b"));
    build.set_text(item, build.keep("345"));
    EXPECT_EQ(tree.node(item).text(), "345");
    EXPECT_EQ(tree.node(item).kind(), NodeKind::number);
}

static_assert(std::ranges::forward_range<Node::Items> && std::ranges::forward_range<Node::Entries>);

TEST(Tree, ItsChildrenAreRanges) {
    SyntaxTree tree;
    SyntaxBuilder build(tree);
    build.begin_document();
    const NodeId list = build.begin(NodeKind::sequence, {0, 0});
    const NodeId map = build.begin(NodeKind::mapping, {0, 0});
    for (const char* text : {"a", "1", "b", "2"}) build.scalar(NodeKind::string, text, {0, 0});
    build.end(map, 0);
    build.scalar(NodeKind::string, "c", {0, 0});
    build.end(list, 0);

    const Node::Items items = tree.node(list).items();
    EXPECT_EQ(std::ranges::distance(items), 2);
    auto each = items.begin();
    EXPECT_TRUE((*each++).is_mapping());
    EXPECT_EQ((*each).text(), "c");
    const Node::Entries entries = tree.node(map).entries();
    EXPECT_EQ(std::ranges::distance(entries), 2);
    const auto found = std::ranges::find_if(entries, [](const Entry& entry) { return entry.key.text() == "b"; });
    ASSERT_NE(found, entries.end());
    EXPECT_EQ((*found).value.text(), "2");
    EXPECT_TRUE(tree.node(map).items().empty());
}

TEST(Tree, KeepsTextsThroughMoves) {
    SyntaxTree tree;
    SyntaxBuilder build(tree);
    build.begin_document();
    const NodeId list = build.begin(NodeKind::sequence, {0, 0});
    for (int i = 0; i < 5000; ++i) build.scalar(NodeKind::string, build.keep("text " + std::to_string(i)), {0, 0});
    build.scalar(NodeKind::string, build.keep(std::string(3000000, 'x')), {0, 0});
    build.end(list, 0);
    const SyntaxTree moved = std::move(tree);
    int i = 0;
    for (const Node item : moved.node(0).items()) {
        if (i < 5000) {
            ASSERT_EQ(item.text(), "text " + std::to_string(i));
        } else {
            ASSERT_EQ(item.text().size(), 3000000u);
        }
        ++i;
    }
    EXPECT_EQ(i, 5001);
}

TEST(Tree, DropsTheDocumentBegunLast) {
    SyntaxTree tree;
    SyntaxBuilder build(tree);
    build.begin_document();
    build.scalar(NodeKind::string, "a", {0, 1});
    build.begin_document();
    build.property({build.scalar(NodeKind::string, "b", {2, 3}), {2, 2}, "!t", {}});
    build.drop_document();
    EXPECT_EQ(tree.roots().size(), 1u);
    EXPECT_EQ(tree.size(), 1u);
    EXPECT_TRUE(tree.properties().empty());
}

}  // namespace
}  // namespace flowc
