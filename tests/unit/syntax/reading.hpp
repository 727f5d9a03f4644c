#pragma once

#include <gtest/gtest.h>

#include <string>

#include "syntax/read.hpp"

namespace flowc {

/// A text read, with everything that the reading gave.
class Reading {
  public:
    using Reader = SyntaxTree (*)(const SourceFile&, Diagnostics&);

    Reading(Reader reader, std::string_view text) {
        // Offsets that begin at zero would hide a forgotten base.
        sources_.add("other", "xyz");
        file_ = &sources_.file(sources_.add("f", text));
        tree = reader(*file_, diagnostics);
    }

    const SourceFile& file() const { return *file_; }
    Node root(std::size_t document = 0) const {
        return document < tree.roots().size() ? tree.node(tree.roots()[document]) : Node{};
    }
    std::string slice(Node node) const { return std::string(file_->slice(node.span())); }

    /// The first finding as `rule line:column [source] message`; empty where there is none.
    std::string first() const {
        if (diagnostics.items().empty()) return {};
        const Diagnostic& found = diagnostics.items().front();
        const Position place = file_->position(found.span.begin);
        return std::string(found.rule->id) + ' ' + std::to_string(place.line) + ':' + std::to_string(place.column) +
               " [" + std::string(file_->slice(found.span)) + "] " + found.message;
    }

    /// Holds every span of the tree and the findings to lie in the file, every child in its parent,
    /// and siblings to follow each other.
    void expect_sound() const {
        for (const NodeId root : tree.roots()) expect_sound(tree.node(root), file_->whole());
        for (const Diagnostic& found : diagnostics.items()) {
            expect_within(found.span, file_->whole());
            for (const Label& label : found.labels) expect_within(label.span, file_->whole());
            EXPECT_FALSE(found.message.empty());
            EXPECT_FALSE(render_text(found, sources_).empty());
        }
        for (const NodeProperty& property : tree.properties()) expect_within(property.span, file_->whole());
        for (const Span directive : tree.directives()) expect_within(directive, file_->whole());
    }

    Diagnostics diagnostics;
    SyntaxTree tree;

  private:
    static void expect_within(Span inner, Span outer) {
        EXPECT_LE(inner.begin, inner.end);
        EXPECT_GE(inner.begin, outer.begin);
        EXPECT_LE(inner.end, outer.end);
    }

    void expect_sound(Node node, Span outer) const {
        expect_within(node.span(), outer);
        std::uint32_t last = node.span().begin;
        const auto child = [&](Node inner) {
            EXPECT_GE(inner.span().begin, last);
            last = inner.span().end;
            expect_sound(inner, node.span());
        };
        for (const Node item : node.items()) child(item);
        for (const Entry entry : node.entries()) {
            child(entry.key);
            child(entry.value);
        }
    }

    Sources sources_;
    const SourceFile* file_ = nullptr;
};

inline Reading from_yaml(std::string_view text) { return {read_yaml, text}; }
inline Reading from_json(std::string_view text) { return {read_json, text}; }

}  // namespace flowc
