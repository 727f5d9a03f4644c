#include "tests/promises/sound.hpp"

#include <algorithm>
#include <vector>

#include "source/utf8.hpp"
#include "syntax/read.hpp"

namespace flowc::promises {

namespace {

bool lies_in(Span inner, Span outer) {
    return inner.begin <= inner.end && inner.begin >= outer.begin && inner.end <= outer.end;
}

std::string at(Span span) { return " at " + std::to_string(span.begin) + ".." + std::to_string(span.end); }

/// How the text at a node's span looks tells what the node is.
bool shows(std::string_view written, Node node) {
    if (node.is_mapping() || node.is_sequence()) return true;
    const bool lines = written.find_first_of("\r\n") != std::string_view::npos;
    switch (node.style()) {
        case Style::single_quoted: return written.size() >= 2 && written.front() == '\'' && written.back() == '\'';
        case Style::double_quoted: return written.size() >= 2 && written.front() == '"' && written.back() == '"';
        case Style::literal: return !written.empty() && written.front() == '|';
        case Style::folded: return !written.empty() && written.front() == '>';
        case Style::plain: break;
    }
    return node.kind() == NodeKind::alias ? written == '*' + std::string{node.text()} : lines || written == node.text();
}

std::string fault_below(Node node, const SourceFile& file, std::size_t depth) {
    if (depth > max_depth) return "a collection nests deeper than is read" + at(node.span());
    if (utf8::first_invalid(node.text()) != std::string_view::npos) return "a value is not UTF-8" + at(node.span());
    if (!shows(file.slice(node.span()), node)) return "a value's place shows something else" + at(node.span());
    const SyntaxTree& tree = *node.tree();
    const NodeId after = tree[node.id()].after;
    if (after <= node.id() || after > tree.size()) return "a node's end is not behind it" + at(node.span());
    std::size_t children = 0;
    std::uint32_t last = node.span().begin;
    for (NodeId id = node.id() + 1; id != after; id = tree[id].after, ++children) {
        if (id > after) return "a child goes on behind its parent" + at(node.span());
        const Node child = tree.node(id);
        if (!lies_in(child.span(), node.span())) return "a child lies outside of its parent" + at(child.span());
        if (child.span().begin < last) return "a child begins within the one before it" + at(child.span());
        last = child.span().end;
        if (std::string fault = fault_below(child, file, depth + 1); !fault.empty()) return fault;
    }
    if (node.is_mapping() && children % 2 != 0) return "a key has no value" + at(node.span());
    if (!node.is_mapping() && !node.is_sequence() && children != 0) return "a scalar has children" + at(node.span());
    return {};
}

std::string fault_in(const Fix& fix, const Sources& sources) {
    if (fix.edits.empty()) return "a fix changes nothing: " + fix.title;
    std::vector<Span> places;
    for (const Edit& edit : fix.edits) {
        if (!lies_in(edit.span, sources.file_of(edit.span).whole()))
            return "an edit lies outside of its file: " + fix.title;
        if (utf8::first_invalid(edit.text) != std::string_view::npos) return "an edit is not UTF-8: " + fix.title;
        places.push_back(edit.span);
    }
    std::sort(places.begin(), places.end(), [](Span a, Span b) { return a.begin < b.begin; });
    for (std::size_t i = 1; i < places.size(); ++i) {
        if (places[i].begin < places[i - 1].end) return "the edits of a fix overlap: " + fix.title;
    }
    return {};
}

std::string fault_in(const Diagnostic& found, const Sources& sources) {
    if (!found.rule) return "a finding has no rule: " + found.message;
    if (found.message.empty()) return "a finding of " + std::string{found.rule->id} + " says nothing";
    if (utf8::first_invalid(found.message) != std::string_view::npos) return "a message is not UTF-8: " + found.message;
    if (!lies_in(found.span, sources.file_of(found.span).whole()))
        return "a finding lies outside of its file" + at(found.span) + ": " + found.message;
    for (const Fix& fix : found.fixes) {
        if (std::string fault = fault_in(fix, sources); !fault.empty()) return fault;
    }
    for (const Label& label : found.labels) {
        if (!lies_in(label.span, sources.file_of(label.span).whole()))
            return "a label lies outside of its file" + at(label.span) + ": " + label.text;
    }
    const Span outside = sources.outermost(found.span);
    if (!lies_in(outside, sources.file_of(outside).whole()))
        return "a finding has no place in the outermost file" + at(found.span);
    const std::string text = render_text(found, sources);
    return !text.empty() && text.back() == '\n' ? "" : "a finding cannot be shown: " + found.message;
}

}  // namespace

std::string fault_in(const SyntaxTree& tree, const SourceFile& file) {
    NodeId next = 0;
    std::uint32_t last = file.base();
    for (const NodeId root : tree.roots()) {
        const Node document = tree.node(root);
        if (root != next) return "a node belongs to no document";
        if (!lies_in(document.span(), file.whole())) return "a document lies outside of its file" + at(document.span());
        if (document.span().begin < last) return "a document begins within the one before it" + at(document.span());
        last = document.span().end;
        if (std::string fault = fault_below(document, file, 0); !fault.empty()) return fault;
        next = tree[root].after;
    }
    if (next != tree.size()) return "a node belongs to no document";
    for (const NodeProperty& property : tree.properties()) {
        if (property.node >= tree.size()) return "a tag or an anchor belongs to no node" + at(property.span);
        if (!lies_in(property.span, file.whole())) return "a tag or an anchor lies outside of its file";
        if (file.slice(property.span).find_first_of("!&") != 0) return "a tag or an anchor is none" + at(property.span);
    }
    for (const Span directive : tree.directives()) {
        if (!lies_in(directive, file.whole()) || file.slice(directive).substr(0, 1) != "#")
            return "a directive is no comment" + at(directive);
    }
    return {};
}

std::string fault_in(const Diagnostics& found, const Sources& sources) {
    for (const Diagnostic& item : found.items()) {
        if (std::string fault = fault_in(item, sources); !fault.empty()) return fault;
    }
    return {};
}

std::string shown(const Diagnostics& found, const Sources& sources) {
    std::string text;
    for (const Diagnostic& item : found.items()) text += render_text(item, sources);
    return text;
}

}  // namespace flowc::promises
