#include "source/utf8.hpp"
#include "syntax/any_yaml.hpp"
#include "syntax/common_yaml.hpp"
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

bool is_same(const SyntaxTree& a, const SyntaxTree& b) {
    if (a.size() != b.size() || a.roots() != b.roots()) return false;
    for (NodeId id = 0; id < a.size(); ++id) {
        const Node one = a.node(id);
        const Node other = b.node(id);
        if (one.kind() != other.kind() || one.style() != other.style() || one.text() != other.text() ||
            one.span() != other.span() || a[id].after != b[id].after)
            return false;
    }
    return true;
}

/// What is read without libyaml is what libyaml gives.
std::string fault_without_libyaml(std::string_view text) {
    if (utf8::first_invalid(text) != std::string_view::npos || text.find('\0') != std::string_view::npos) return {};
    SyntaxTree common;
    constexpr std::uint32_t offset = 3;
    if (!read_common_yaml(text, offset, common)) return {};
    SyntaxTree any;
    Diagnostics found;
    read_any_yaml(text, offset, any, found);
    if (found.has_errors()) return "what libyaml refuses is read without it";
    return is_same(common, any) ? "" : "libyaml reads something else than what is read without it";
}

}  // namespace

std::string reading_yaml(std::string_view text) {
    const Reading read(read_yaml, text);
    if (std::string fault = read.fault(); !fault.empty()) return fault;
    return fault_without_libyaml(text);
}

std::string reading_json(std::string_view text) {
    const Reading read(read_json, text);
    if (std::string fault = read.fault(); !fault.empty()) return fault;
    if (read.tree.roots().size() > 1) return "more than one value was read";
    if (read.tree.empty() && !read.found.has_errors()) return "nothing was read and nothing was said";
    return oracle::disagreement(text, read.tree, read.found);
}

}  // namespace flowc::promises
