#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>

#include "syntax/read.hpp"
#include "tests/promises/promises.hpp"
#include "tests/promises/sound.hpp"

namespace flowc::promises {

namespace {

using Json = nlohmann::json;

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

bool has(const Diagnostics& found, std::string_view rule) {
    for (const Diagnostic& item : found.items()) {
        if (item.rule->id == rule && item.severity == Severity::error) return true;
    }
    return false;
}

/// Whether another parser takes the text, and what it reads; nothing where it stops at a number that no double holds,
/// which is JSON all the same.
std::optional<Json> oracle(std::string_view text) {
    try {
        return Json::parse(text, nullptr, true);
    } catch (const Json::out_of_range&) {
        return std::nullopt;
    } catch (const Json::parse_error&) {
        return Json(Json::value_t::discarded);
    }
}

/// Keys are unique here: where one stands twice the parsers need not agree on which counts.
bool same(Node node, const Json& value) {
    switch (node.kind()) {
        case NodeKind::null: return value.is_null();
        case NodeKind::boolean: return value.is_boolean() && value.get<bool>() == (node.text() == "true");
        case NodeKind::number: return value.is_number();
        case NodeKind::string: return value.is_string() && value.get_ref<const std::string&>() == node.text();
        case NodeKind::alias: return false;
        case NodeKind::sequence: {
            if (!value.is_array() || value.size() != node.size()) return false;
            std::size_t next = 0;
            for (const Node item : node.items()) {
                if (!same(item, value[next++])) return false;
            }
            return true;
        }
        case NodeKind::mapping: break;
    }
    if (!value.is_object() || value.size() != node.size()) return false;
    for (const auto [key, inner] : node.entries()) {
        const auto found = value.find(std::string{key.text()});
        if (found == value.end() || !same(inner, *found)) return false;
    }
    return true;
}

}  // namespace

std::string reading_yaml(std::string_view text) {
    const Reading read(read_yaml, text);
    return read.fault();
}

std::string reading_json(std::string_view text) {
    const Reading read(read_json, text);
    if (std::string fault = read.fault(); !fault.empty()) return fault;
    const bool duplicates = has(read.found, "duplicate-key");
    const bool accepted = read.tree.roots().size() == 1;
    if (!accepted && !read.found.has_errors()) return "nothing was read and nothing was said";
    if (accepted && read.found.has_errors() && !duplicates) return "what has an error was read";
    if (has(read.found, "nesting-too-deep")) return {};  // the other parser knows no bound
    const std::optional<Json> other = oracle(text);
    if (!other) return {};
    if (accepted == other->is_discarded())
        return accepted ? "another parser refuses what was read"
                        : "another parser reads what was refused: " + shown(read.found, read.sources);
    if (accepted && !duplicates && !same(read.tree.node(read.tree.roots().front()), *other))
        return "another parser reads other values";
    return {};
}

}  // namespace flowc::promises
