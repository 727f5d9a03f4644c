#include "syntax/read.hpp"
#include "tests/oracle/json_oracle.hpp"
#include "tests/promises/promises.hpp"
#include "tests/promises/sound.hpp"

namespace flowc::promises {

namespace {

/// A text that was read. Another file lies before it: offsets that begin at zero would hide a forgotten base.
struct Reading {
    Reading(SyntaxTree (*reader)(const SourceFile&, Diagnostics&), std::string_view text) {
        sources.add("other", "xyz");
        file = &sources.file(sources.add("text", text));
        tree = reader(*file, found);
    }

    std::string fault() const {
        if (std::string fault = fault_in(tree, *file); !fault.empty()) return fault;
        return fault_in(found, sources);
    }

    Sources sources;
    const SourceFile* file = nullptr;
    SyntaxTree tree;
    Diagnostics found;
};

}  // namespace

std::string reading_yaml(std::string_view text) {
    const Reading read(read_yaml, text);
    return read.fault();
}

std::string reading_json(std::string_view text) {
    const Reading read(read_json, text);
    if (std::string fault = read.fault(); !fault.empty()) return fault;
    if (read.tree.roots().size() > 1) return "more than one value was read";
    if (read.tree.empty() && !read.found.has_errors()) return "nothing was read and nothing was said";
    return oracle::disagreement(text, read.tree, read.found);
}

}  // namespace flowc::promises
