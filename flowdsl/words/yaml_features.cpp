#include "flowdsl/words/yaml_features.hpp"

#include <algorithm>
#include <iterator>

#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"
#include "syntax/comments.hpp"
#include "syntax/other_quotes.hpp"

namespace flowc::dsl {

namespace {

/// Whether nothing is written where a text could be.
bool is_nothing(Node node) { return node.text().empty() && node.is_scalar() && node.span().empty(); }

/// Whether a key stands in braces without a `:` behind it.
bool is_lone(Entry entry) {
    return is_nothing(entry.value) && entry.key.is_scalar() && !entry.key.span().empty() &&
           entry.value.span().begin == entry.key.span().end;
}

/// A word processor's quote that opens a text; empty: there is none.
std::string_view other_quote(Node text) {
    constexpr auto ascii = 0x7F;
    if (text.text().empty() || static_cast<unsigned char>(text.text().front()) <= ascii) return {};
    if (!text.is_scalar() || text.style() != Style::plain) return {};
    for (const OtherQuotes& quotes : other_quotes)
        if (text.text().starts_with(quotes.open)) return quotes.open;
    return {};
}

/// Whether the whole text stands between such quotes.
bool is_in_other_quotes(Node text) {
    return std::any_of(std::begin(other_quotes), std::end(other_quotes), [&](const OtherQuotes& quotes) {
        return text.text().size() > quotes.open.size() && text.text().starts_with(quotes.open) &&
               text.text().ends_with(quotes.close);
    });
}

/// A comma ends such a text in braces; true: that was reported.
bool report_other_quotes(Node map, Diagnostics& diagnostics) {
    for (const Entry entry : map.entries())
        for (const Node text : {entry.key, entry.value})
            if (const std::string_view sign = other_quote(text); !sign.empty()) {
                const auto end = text.span().begin + static_cast<std::uint32_t>(sign.size());
                diagnostics.report(rules::cut_text, {text.span().begin, end},
                                   quote(sign) +
                                       " is no quote to YAML, and a comma inside `{…}` ends the text; write `\"` on "
                                       "both sides of it");
                return true;
            }
    return false;
}

void report_lone_words(Node map, Diagnostics& diagnostics) {
    const auto entries = map.entries();
    const auto first = std::find_if(entries.begin(), entries.end(), is_lone);
    if (first == entries.end()) return;
    const bool is_only = map.size() == 1;
    if (!is_only && report_other_quotes(map, diagnostics)) return;
    for (const Entry entry : entries) {
        if (!is_lone(entry)) continue;
        if (is_only)
            diagnostics.report(rules::cut_text, map.span(),
                               "YAML reads a text that begins with `{` as a map; quote the text");
        else
            diagnostics.report(
                rules::cut_text, entry.key.span(),
                quote(entry.key.text()) +
                    " stands here without a value: a comma inside `{…}` ends an unquoted text; quote the whole text");
    }
}

}  // namespace

void refuse_yaml_features(const SyntaxTree& tree, Diagnostics& diagnostics) {
    for (const NodeProperty& property : tree.properties()) {
        if (!property.anchor.empty())
            diagnostics.report(rules::yaml_feature, property.span,
                               "anchors are not part of the language; put steps that are used twice into a block, and "
                               "what flows share into `defaults:`; a text that begins with `&` needs quotes");
        else
            diagnostics.report(
                rules::yaml_feature, property.span,
                "tags such as " + quote(property.tag) +
                    " are not part of the language: every value is the text that was written; remove the tag, or quote "
                    "a text that begins with `!`");
    }
    for (NodeId id = 0; id < tree.size(); ++id) {
        const Node node = tree.node(id);
        // Only an escape can write one.
        if (node.style() == Style::double_quoted && node.text().find('\0') != std::string_view::npos)
            diagnostics.report(rules::bad_value, node.span(),
                               "a text has no NUL in it, which an escape writes here; remove it");
        if (!other_quote(node).empty() && is_in_other_quotes(node)) {
            Diagnostic& finding = diagnostics.report(
                rules::bad_value, node.span(),
                "to YAML these quotes are letters, and they become a part of the text; write `\"`, or take them out");
            finding.severity = Severity::warning;
        }
        if (node.kind() == NodeKind::alias)
            diagnostics.report(rules::yaml_feature, tree.node(id).span(),
                               "aliases are not part of the language; put steps that are used twice into a block and "
                               "jump to it; a text that begins with `*` needs quotes");
    }
}

bool refuse_odd_blanks(const SyntaxTree& tree, Diagnostics& diagnostics) {
    constexpr std::string_view no_break_space = "\u00a0";
    NodeId any = 0;
    while (any < tree.size() && !tree[any].value().starts_with(no_break_space)) ++any;
    if (any == tree.size()) return false;
    for (NodeId id = 0; id < tree.size(); ++id)
        for (const Entry entry : tree.node(id).entries()) {
            const Node key = entry.key;
            if (!key.is_scalar() || key.style() != Style::plain || !key.text().starts_with(no_break_space)) continue;
            const std::uint32_t begin = key.span().begin;
            diagnostics.report(
                rules::yaml_feature, {begin, begin + static_cast<std::uint32_t>(no_break_space.size())},
                "a no-break space stands here, which YAML takes for a letter; write a plain one in each place");
            return true;
        }
    return false;
}

/// `#: …` is meant as the key of the telephone, and is nothing at all.
static void report_commented_keys(const SourceFile& file, const SyntaxTree& tree, Diagnostics& diagnostics) {
    if (file.text().find("#: ") == std::string_view::npos) return;
    for (const Comment& comment : find_comments(file, tree)) {
        if (!file.slice(comment.span).starts_with("#: ")) continue;
        Diagnostic& finding = diagnostics.report(
            rules::cut_text, comment.span,
            "to YAML this line is a comment, for it begins with `#`; the key of that name is written `pound`");
        finding.severity = Severity::warning;
    }
}

void report_cut_texts(const SourceFile& file, const SyntaxTree& tree, Diagnostics& diagnostics) {
    for (const Span text : cut_texts(file, tree))
        diagnostics.report(rules::cut_text, text,
                           "the text before this ends here: YAML reads ` #` and what follows as a comment; quote the "
                           "text, or write two spaces before a comment");
    report_commented_keys(file, tree, diagnostics);
    // Nearly no file has an empty text; which key it stands behind is asked only where one does.
    NodeId id = 0;
    while (id < tree.size() && !is_nothing(tree.node(id))) ++id;
    if (id == tree.size()) return;
    for (id = 0; id < tree.size(); ++id)
        if (const Node node = tree.node(id); node.is_mapping()) report_lone_words(node, diagnostics);
}

}  // namespace flowc::dsl
