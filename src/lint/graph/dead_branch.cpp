#include <algorithm>

#include "fixes/json_edit.hpp"
#include "ir/placeholder.hpp"
#include "ir/reference.hpp"
#include "lint/lint.hpp"
#include "lint/passes.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo dead_branch{"dead-branch",
                           Category::graph,
                           Severity::warning,
                           "a condition that can never be the first to hold: an earlier one holds whenever it does, or "
                           "it compares numbers with a word",
                           "callers that the branch was made for are sent where the earlier one leads",
                           "AWS's reference: conditions are tried in order, and the first that holds is taken; one on "
                           "numbers holds of numbers alone",
                           "never, as far as is known"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

using Bound = std::optional<double>;

/// The values for which a condition holds: a text, texts of a form, or numbers.
struct Test {
    std::string_view operator_;
    std::string_view operand;

    Bound number() const { return rules::number(operand); }
};

bool above(std::string_view operator_) {
    return operator_ == "NumberGreaterThan" || operator_ == "NumberGreaterOrEqualTo";
}
bool below(std::string_view operator_) { return operator_ == "NumberLessThan" || operator_ == "NumberLessOrEqualTo"; }

/// Whether the number itself passes, too.
bool takes_bound(std::string_view operator_) { return operator_.ends_with("OrEqualTo"); }

/// Written twice, which is another rule's.
bool same(const Test& one, const Test& other) {
    return one.operator_ == other.operator_ && one.operand == other.operand;
}

bool passes(std::string_view text, const Test& test) { return lint::passes(text, test.operator_, test.operand); }

/// Whether everything that passes `later` passes `earlier`.
bool swallows(const Test& earlier, const Test& later) {
    if (later.operator_ == "Equals") return earlier.operator_ != "Equals" && passes(later.operand, earlier);
    if (earlier.operator_ == "Equals") return false;
    const bool text = later.operator_.starts_with("Text");
    if (text && earlier.operator_ == "TextContains") return passes(later.operand, earlier);
    if (text)
        return earlier.operator_ == later.operator_ && earlier.operand != later.operand &&
               passes(later.operand, earlier);
    const Bound first = earlier.number();
    const Bound second = later.number();
    if (!first || !second) return false;
    if (*first == *second) {
        if (above(earlier.operator_) != above(later.operator_) || same(earlier, later)) return false;
        return takes_bound(earlier.operator_) || !takes_bound(later.operator_);
    }
    if (above(earlier.operator_) && above(later.operator_)) return *second > *first;
    return below(earlier.operator_) && below(later.operator_) && *second < *first;
}

/// Which texts the service reads as numbers is not published; one without a digit is none.
bool compares_word(const Test& test) {
    return (above(test.operator_) || below(test.operator_)) &&
           test.operand.find_first_of("0123456789") == std::string_view::npos;
}

std::optional<Test> test_of(const Lint& lint, const Transition& branch) {
    if (branch.operands == no_node) return std::nullopt;
    const Node operands = lint.flow.node(branch.operands);
    if (operands.size() != 1) return std::nullopt;
    const Node operand = *operands.items().begin();
    if (lint.texts.form(operand) != ValueForm::fixed) return std::nullopt;
    return Test{branch.label, operand.text()};
}

/// The branch as it stands does nothing; in front of the other one it does. Perhaps that one was meant otherwise, so that
/// this is a guess.
void offer_to_put_first(const Lint& lint, const Action& action, const Transition& branch, const Transition& other,
                        Diagnostic& found) {
    const Node conditions = lint.flow.node(action.transitions).find("Conditions");
    if (lint.compiled() || !conditions || branch.node == no_node || other.node == no_node) return;
    const Node later = lint.flow.node(branch.node);
    const Span earlier = lint.flow.node(other.node).span();
    const SourceFile& file = lint.others.sources().file_of(earlier);
    // What stands between two neighbours of the list, so that the one that comes first is written as they are.
    const Span gap{earlier.end, later.span().end};
    const std::string_view behind = file.slice(gap);
    const std::size_t begin = behind.find('{');
    if (begin == std::string_view::npos) return;
    found.fixes.push_back({"put the branch first",
                           false,
                           {Edit{{earlier.begin, earlier.begin},
                                 std::string(file.slice(later.span())) + std::string(behind.substr(0, begin))},
                            fixes::remove(conditions, later)}});
}

/// Of branches that all wait for a word, each for its own, none is dead. This is asked of every branch, most of which are no
/// conditions, and so in one go.
bool compares_otherwise(const Transition& branch) {
    constexpr std::string_view equals = "Equals";
    const bool is_as_long = branch.label.size() == equals.size();
    const std::string_view word(is_as_long ? branch.label.data() : equals.data(), equals.size());
    return (unsigned{branch.kind == Transition::Kind::condition} &
            (unsigned{!is_as_long} | unsigned{word != equals})) != 0;
}

}  // namespace

void check_dead_branch(const Lint& lint) {
    if (std::none_of(lint.flow.transitions.begin(), lint.flow.transitions.end(), compares_otherwise)) return;
    constexpr std::size_t most = 64;  // pairs are compared; nobody writes more branches
    constexpr std::size_t usual = 8;
    std::vector<std::pair<Test, const Transition*>> tests;
    tests.reserve(usual);
    for (const Action& action : lint.flow.actions) {
        tests.clear();
        const bool rises = lint.row(action) && lint.row(action)->conditions.rising;
        const auto branches = lint.flow.transitions_of(action, Transition::Kind::condition);
        if (std::none_of(branches.begin(), branches.end(), compares_otherwise)) continue;
        for (const Transition& branch : branches) {
            const auto test = test_of(lint, branch);
            if (!test) continue;
            if (compares_word(*test)) {
                lint.report(action, rules::dead_branch, branch.label_span,
                            rules::text({"this branch is never taken: ", quote(test->operator_),
                                         " compares numbers, and ", quote(test->operand), " is none"}));
                continue;
            }
            // Of thresholds that have to rise another rule tells.
            if (rises) continue;
            for (const auto& [earlier, place] : tests) {
                if (!swallows(earlier, *test)) continue;
                Diagnostic& found =
                    lint.report(action, rules::dead_branch, branch.label_span,
                                rules::text({"this branch is never taken: every value that passes it passes ",
                                             quote(rules::text({earlier.operator_, " ", earlier.operand})),
                                             " before; put this one first"}));
                found.labels.push_back({place->label_span, "this one is tried before it"});
                offer_to_put_first(lint, action, branch, *place, found);
                break;
            }
            if (tests.size() < most) tests.emplace_back(*test, &branch);
        }
    }
}

}  // namespace flowc::lint
