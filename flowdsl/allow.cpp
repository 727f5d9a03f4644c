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

/// What comments speak of.
class Reach {
  public:
    Reach(const SourceFile& file, const SyntaxTree& tree) : file_(file), tree_(tree) {}

    /// The comment's own line, or the widest node that begins on the line below. To be asked in order.
    Span of(Span comment) {
        const std::uint32_t line = file_.position(comment.begin).line;
        if (!is_comment(file_.line(line))) return {begin_of(line), comment.end};
        // All comments of a block speak of what stands below it.
        if (line >= below_) below_ = line + 1;
        while (is_comment(file_.line(below_))) ++below_;
        const std::string_view text = file_.line(below_);
        if (text.empty()) return {comment.end, comment.end};
        const std::uint32_t begin = begin_of(below_);
        Span span{begin, begin + static_cast<std::uint32_t>(text.size())};
        // Nodes stand in the order in which they begin.
        NodeId first_below = 0;
        for (NodeId last = static_cast<NodeId>(tree_.size()); first_below < last;) {
            const NodeId middle = first_below + (last - first_below) / 2;
            if (tree_[middle].span.begin < begin) first_below = middle + 1;
            else last = middle;
        }
        if (first_below < tree_.size() && tree_[first_below].span.begin < begin + text.size())
            span.end = std::max(span.end, tree_[first_below].span.end);
        return span;
    }

  private:
    static bool is_comment(std::string_view line) {
        const std::size_t at = line.find_first_not_of(" \t");
        return at != std::string_view::npos && line[at] == '#';
    }
    std::uint32_t begin_of(std::uint32_t line) const {
        return file_.base() + static_cast<std::uint32_t>(file_.line(line).data() - file_.text().data());
    }

    const SourceFile& file_;
    const SyntaxTree& tree_;
    std::uint32_t below_ = 0;  ///< the first line that is no comment, behind the comment that was asked for last
};

/// The findings of each rule by their places, as far as they have not been silenced.
class Findings {
  public:
    explicit Findings(Diagnostics& diagnostics) : items_(diagnostics.items()), silenced_(items_.size()) {
        for (std::size_t i = 0; i < items_.size(); ++i) by_rule_[items_[i].rule].push_back(i);
        for (auto& [rule, found] : by_rule_)
            std::stable_sort(found.begin(), found.end(),
                             [&](std::size_t a, std::size_t b) { return begin(a) < begin(b); });
    }

    struct Answer {
        bool silenced = false;
        bool errors = false;
    };

    /// Silences what a rule says of `span`; errors stay.
    Answer silence(const RuleInfo& rule, Span span) {
        std::vector<std::size_t>& found = by_rule_[&rule];
        const auto begins_before = [&](std::size_t i, std::uint32_t place) { return begin(i) < place; };
        const auto first = std::lower_bound(found.begin(), found.end(), span.begin, begins_before);
        const auto last = std::lower_bound(first, found.end(), span.end, begins_before);
        Answer answer;
        const auto kept = std::remove_if(first, last, [&](std::size_t i) {
            const bool error = items_[i].severity == Severity::error;
            (error ? answer.errors : answer.silenced) = true;
            silenced_[i] = !error;
            return !error;
        });
        found.erase(kept, last);
        return answer;
    }

    void remove_silenced() {
        std::size_t i = 0;
        items_.erase(std::remove_if(items_.begin(), items_.end(), [&](const Diagnostic&) { return silenced_[i++]; }),
                     items_.end());
    }

  private:
    std::uint32_t begin(std::size_t i) const { return items_[i].span.begin; }

    std::vector<Diagnostic>& items_;
    std::vector<bool> silenced_;
    std::unordered_map<const RuleInfo*, std::vector<std::size_t>> by_rule_;
};

}  // namespace

void apply_allows(const SourceFile& file, const SyntaxTree& tree, const std::function<bool(const RuleInfo&)>& asked,
                  Diagnostics& diagnostics) {
    if (tree.directives().empty()) return;
    Diagnostics found;
    Reach reach(file, tree);
    Findings findings(diagnostics);
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
                         : id.empty()    ? "this comment names no rule; `flowc rules` lists them"
                         : near.empty()  ? quote(id) + " is no rule; `flowc rules` lists them"
                                         : quote(id) + " is no rule; did you mean `" + std::string{near} + "`?");
            continue;
        }
        if (next_word(text).empty())
            found.report(rules::allow_without_reason, comment,
                         "this comment gives no reason; write why behind the rule, for whoever reads it next");
        const Findings::Answer answer = findings.silence(*rule, reach.of(comment));
        if (!answer.silenced && (answer.errors || asked(*rule)))
            found.report(rules::unused_allow, comment,
                         answer.errors ? "an error cannot be silenced; mend it, and remove this comment"
                                       : "`" + std::string{id} + "` has nothing to say here; remove this comment");
    }
    findings.remove_silenced();
    for (Diagnostic& item : found.items()) diagnostics.add(std::move(item));
}

}  // namespace flowc::dsl
