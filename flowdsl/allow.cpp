#include "flowdsl/allow.hpp"

#include <algorithm>

#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"

namespace flowc::dsl {

namespace {

std::string_view next_word(std::string_view& text) {
    const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
    const std::size_t end = std::min(text.find_first_of(" \t\r", begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    text.remove_prefix(end);
    return word;
}

/// What the comment speaks of: its own line, or the widest node that begins on the line below.
Span reach(const SourceFile& file, const SyntaxTree& tree, Span comment) {
    const std::uint32_t line = file.position(comment.begin).line;
    const std::string_view own = file.line(line);
    const auto line_begin = [&](std::uint32_t number) {
        return file.base() + static_cast<std::uint32_t>(file.line(number).data() - file.text().data());
    };
    const std::size_t first = own.find_first_not_of(" \t");
    if (first == std::string_view::npos || own[first] != '#') return {line_begin(line), comment.end};
    std::uint32_t below = line + 1;
    const auto is_comment = [](std::string_view text) {
        const std::size_t at = text.find_first_not_of(" \t");
        return at != std::string_view::npos && text[at] == '#';
    };
    while (is_comment(file.line(below))) ++below;
    const std::string_view text = file.line(below);
    if (text.empty()) return {comment.end, comment.end};
    const std::uint32_t begin = line_begin(below);
    Span span{begin, begin + static_cast<std::uint32_t>(text.size())};
    // Nodes stand in the order in which they begin.
    NodeId first_below = 0;
    for (NodeId last = static_cast<NodeId>(tree.size()); first_below < last;) {
        const NodeId middle = first_below + (last - first_below) / 2;
        if (tree[middle].span.begin < begin) first_below = middle + 1;
        else last = middle;
    }
    if (first_below < tree.size() && tree[first_below].span.begin < begin + text.size())
        span.end = std::max(span.end, tree[first_below].span.end);
    return span;
}

}  // namespace

void apply_allows(const SourceFile& file, const SyntaxTree& tree, Diagnostics& diagnostics) {
    Diagnostics found;
    for (const Span comment : tree.directives()) {
        std::string_view text = file.slice(comment);
        text.remove_prefix(std::min(text.find("flowc:") + 6, text.size()));
        const std::string_view word = next_word(text);
        const std::string_view id = next_word(text);
        const RuleInfo* rule = find_rule(id);
        if (word != "allow" || !rule) {
            std::vector<std::string_view> known;
            for (const RuleInfo* each : all_rules()) known.push_back(each->id);
            const std::string_view near = nearest(id, known);
            found.report(rules::unused_allow, comment,
                               word != "allow" ? "a comment for flowc reads `# flowc: allow <rule> <reason>`"
                               : near.empty()  ? quote(id) + " is no rule; `flowc rules` lists them"
                                               : quote(id) + " is no rule; did you mean `" + std::string{near} + "`?");
            continue;
        }
        if (next_word(text).empty())
            found.report(rules::allow_without_reason, comment,
                               "this comment gives no reason; write why behind the rule, for whoever reads it next");
        const Span span = reach(file, tree, comment);
        auto& items = diagnostics.items();
        const auto silenced = std::remove_if(items.begin(), items.end(), [&](const Diagnostic& item) {
            return item.rule == rule && item.severity != Severity::error && item.span.begin >= span.begin &&
                   item.span.begin < span.end;
        });
        if (silenced == items.end()) {
            const bool error = std::any_of(items.begin(), items.end(), [&](const Diagnostic& item) {
                return item.rule == rule && item.span.begin >= span.begin && item.span.begin < span.end;
            });
            found.report(rules::unused_allow, comment,
                               error ? "an error cannot be silenced; mend it, and remove this comment"
                                     : "`" + std::string{id} + "` has nothing to say here; remove this comment");
        } else {
            items.erase(silenced, items.end());
        }
    }
    for (Diagnostic& item : found.items()) diagnostics.add(std::move(item));
}

}  // namespace flowc::dsl
