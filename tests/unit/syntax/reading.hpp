#pragma once

#include <gtest/gtest.h>

#include <string>

#include "syntax/read.hpp"
#include "tests/promises/sound.hpp"

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

    void expect_sound() const {
        EXPECT_EQ(promises::fault_in(tree, *file_), "");
        EXPECT_EQ(promises::fault_in(diagnostics, sources_), "");
    }

    Diagnostics diagnostics;
    SyntaxTree tree;

  private:
    Sources sources_;
    const SourceFile* file_ = nullptr;
};

inline Reading from_yaml(std::string_view text) { return {read_yaml, text}; }
inline Reading from_json(std::string_view text) { return {read_json, text}; }

}  // namespace flowc
