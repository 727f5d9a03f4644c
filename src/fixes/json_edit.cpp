#include "fixes/json_edit.hpp"

#include <algorithm>

namespace flowc::fixes {

namespace {

/// A child of a collection: an item, or an entry from its key to its value.
struct Child {
    Span span;
    explicit operator bool() const { return !span.empty(); }
};

/// The first two children, the last, the one that begins with `node`, and that before it.
struct Neighbours {
    Child first, second, last, before, itself;
};

Neighbours neighbours(Node collection, Node node) {
    Neighbours found;
    const auto meet = [&](Span span, bool is_it) {
        const Child child{span};
        if (!found.first) found.first = child;
        else if (!found.second) found.second = child;
        if (is_it) {
            found.itself = child;
            found.before = found.last;
        }
        found.last = child;
    };
    for (const Node item : collection.items()) meet(item.span(), item.id() == node.id());
    for (const auto [key, value] : collection.entries())
        meet({key.span().begin, value.span().end}, key.id() == node.id());
    return found;
}

/// What stands between two children of a collection, or would.
std::string separator(const SourceFile& file, Node collection, const Neighbours& beside) {
    if (beside.second) return std::string(file.slice({beside.first.span.end, beside.second.span.begin}));
    return "," + std::string(file.slice({collection.span().begin + 1, beside.first.span.begin}));
}

/// The name of an entry with its colon, and the blanks that the file has there.
std::string opening(const SourceFile& file, Node mapping, std::string_view name) {
    std::string text = json_string(name);
    for (const auto [key, value] : mapping.entries())
        return text.append(file.slice({key.span().end, value.span().begin}));
    return text + ": ";
}

std::string entry(const SourceFile& file, Node mapping, std::string_view name, std::string_view json) {
    return opening(file, mapping, name).append(json);
}

Edit add_last(const SourceFile& file, Node collection, std::string text) {
    const Neighbours beside = neighbours(collection, {});
    if (!beside.first) return {{collection.span().begin + 1, collection.span().end - 1}, std::move(text)};
    const std::uint32_t end = beside.last.span.end;
    return {{end, end}, separator(file, collection, beside) + text};
}

}  // namespace

std::string json_string(std::string_view text) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') out.append({'\\', c});
        else if (c == '\n') out += "\\n";
        else if (c == '\r') out += "\\r";
        else if (c == '\t') out += "\\t";
        else if (byte < 0x20) out.append("\\u00").append({digits[byte >> 4], digits[byte & 15]});
        else out += c;
    }
    return out += '"';
}

Edit replace(Node node, std::string json) { return {node.span(), std::move(json)}; }

Edit remove(Node collection, Node child) {
    // Many children of one collection may go, and only the last of them has to look for another.
    if (collection && child) {
        const SyntaxTree& tree = *collection.tree();
        const NodeId value = collection.is_mapping() ? tree[child.id()].after : child.id();
        if (const NodeId behind = tree[value].after; behind < tree[collection.id()].after)
            return {{child.span().begin, tree.node(behind).span().begin}, {}};
    }
    const Neighbours beside = neighbours(collection, child);
    if (beside.before) return {{beside.before.span.end, beside.itself.span.end}, {}};
    return {{collection.span().begin + 1, collection.span().end - 1}, {}};
}

Edit insert_first(const SourceFile& file, Node mapping, std::string_view name, std::string_view json) {
    const Neighbours beside = neighbours(mapping, {});
    if (!beside.first) return append(file, mapping, name, json);
    const std::uint32_t begin = beside.first.span.begin;
    return {{begin, begin}, entry(file, mapping, name, json) + separator(file, mapping, beside)};
}

Edit insert_behind(const SourceFile& file, Node mapping, Node key, std::string_view name, std::string_view json) {
    const Neighbours beside = neighbours(mapping, key);
    const std::uint32_t end = beside.itself.span.end;
    return {{end, end}, separator(file, mapping, beside) + entry(file, mapping, name, json)};
}

Edit append(const SourceFile& file, Node mapping, std::string_view name, std::string_view json) {
    return add_last(file, mapping, entry(file, mapping, name, json));
}

Edit append(const SourceFile& file, Node sequence, std::string_view json) {
    return add_last(file, sequence, std::string(json));
}

}  // namespace flowc::fixes
