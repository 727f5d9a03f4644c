#include "ir/condition.hpp"

#include <algorithm>

#include "ir/placeholder.hpp"
#include "ir/reference.hpp"
#include "source/ascii.hpp"

namespace flowc {
namespace {

Truth truth(bool value) { return value ? Truth::yes : Truth::no; }

Truth negated(Truth value) { return value == Truth::unknown ? value : truth(value == Truth::no); }

bool is_open(Node value) {
    return value.is_string() && (has_placeholder(value.text()) || references_in(value.text()) != References::none);
}

bool contains_word(std::string_view text, std::string_view word) {
    return std::search(text.begin(), text.end(), word.begin(), word.end(),
                       [](char a, char b) { return lower_case(a) == lower_case(b); }) != text.end();
}

/// Whether a word stands there at all. What is empty or of another type is a fault of its own and decides nothing.
bool is_word(Node value) { return value.is_scalar() && value.kind() != NodeKind::null && !value.text().empty(); }

/// The words that values are compared with have nothing open in them.
Truth value_equals(Node value, std::string_view word) {
    if (!is_word(value)) return Truth::unknown;
    if (same_word(value.text(), word)) return Truth::yes;
    return is_open(value) ? Truth::unknown : Truth::no;
}

Truth value_contains(Node value, std::string_view word) {
    if (value.is_sequence()) {
        Truth result = Truth::no;
        for (const Node item : value.items()) {
            const Truth here = value_equals(item, word);
            if (here == Truth::yes) return here;
            if (here == Truth::unknown) result = here;
        }
        return result;
    }
    if (value.is_mapping()) return truth(static_cast<bool>(value.find(word)));
    if (!is_word(value)) return Truth::unknown;
    if (contains_word(value.text(), word)) return Truth::yes;
    return is_open(value) ? Truth::unknown : Truth::no;
}

/// Whether the action has a condition with that operand, or an error branch of that type.
Truth has_branch(const Flow& flow, const Action& action, Transition::Kind kind, std::string_view word) {
    for (const Transition& transition : flow.transitions_of(action)) {
        if (transition.kind != kind) continue;
        if (kind == Transition::Kind::error) {
            if (transition.label == word) return Truth::yes;
            continue;
        }
        for (const Node operand : flow.node(transition.operands).items()) {
            if (operand.text() == word) return Truth::yes;
        }
    }
    return Truth::no;
}

/// Whether something stands at a path, and what. A path that runs into a placeholder or a reference may be anything.
struct Found {
    Truth there;
    Node value{};
};

Found find_at(Node scope, std::string_view path) {
    while (true) {
        if (is_open(scope)) return {Truth::unknown};
        const std::size_t dot = path.find('.');
        const Node next = scope.find(path.substr(0, dot));
        if (!next || dot == std::string_view::npos) return {truth(static_cast<bool>(next)), next};
        scope = next;
        path.remove_prefix(dot + 1);
    }
}

Truth supposed_holds(std::string_view word, const Term& term) {
    switch (term.op) {
        case Term::Op::present: return Truth::yes;
        case Term::Op::absent: return Truth::no;
        case Term::Op::equals: return word.empty() ? Truth::unknown : truth(same_word(word, term.value));
        case Term::Op::contains: return word.empty() ? Truth::unknown : truth(contains_word(word, term.value));
        case Term::Op::lacks: return word.empty() ? Truth::unknown : truth(!contains_word(word, term.value));
    }
    return Truth::unknown;
}

/// What a term speaks of.
Found find_subject(const Flow& flow, const Action& action, Node scope, const Term& term) {
    const auto behind = [&](std::string_view prefix) { return term.path.substr(prefix.size()); };
    switch (term.subject) {
        case Term::Subject::condition:
            return {has_branch(flow, action, Transition::Kind::condition, behind(Term::condition_prefix))};
        case Term::Subject::error:
            return {has_branch(flow, action, Transition::Kind::error, behind(Term::error_prefix))};
        case Term::Subject::parameter: break;
    }
    return find_at(scope, term.path);
}

Truth term_holds(const Flow& flow, const Action& action, Node scope, const Term& term) {
    const auto [there, value] = find_subject(flow, action, scope, term);
    switch (term.op) {
        case Term::Op::present: return there;
        case Term::Op::absent: return negated(there);
        case Term::Op::equals: return there == Truth::yes ? value_equals(value, term.value) : there;
        case Term::Op::contains: return there == Truth::yes ? value_contains(value, term.value) : there;
        case Term::Op::lacks: return negated(there == Truth::yes ? value_contains(value, term.value) : there);
    }
    return Truth::unknown;
}

}  // namespace

Node value_at(Node scope, std::string_view path) {
    while (scope) {
        const std::size_t dot = path.find('.');
        scope = scope.find(path.substr(0, dot));
        if (dot == std::string_view::npos) break;
        path.remove_prefix(dot + 1);
    }
    return scope;
}

Truth holds(const Flow& flow, const Action& action, Node scope, Condition condition, Supposed supposed) {
    Truth result = Truth::yes;
    for (const Term& term : condition) {
        const bool is_supposed = !supposed.path.empty() && term.path == supposed.path;
        const Truth here = is_supposed ? supposed_holds(supposed.word, term) : term_holds(flow, action, scope, term);
        if (here == Truth::no) return here;
        if (here == Truth::unknown) result = here;
    }
    return result;
}

Truth has_effect(const Flow& flow, const Action& action, Effect effect) {
    if (action.type == ActionType::unknown) return Truth::unknown;
    const ActionInfo& row = info(action.type);
    if (!row.has(effect)) return Truth::no;
    for (const ConditionalEffect& one : row.conditional_effects)
        if (one.effect == effect) return holds(flow, action, flow.node(action.parameters), one.when);
    return Truth::yes;
}

std::uint64_t effects_of(const Flow& flow, const Action& action) {
    if (action.type == ActionType::unknown) return ~std::uint64_t{0};
    const ActionInfo& row = info(action.type);
    std::uint64_t effects = row.effects;
    for (const ConditionalEffect& one : row.conditional_effects)
        if (holds(flow, action, flow.node(action.parameters), one.when) == Truth::no)
            effects &= ~(std::uint64_t{1} << static_cast<unsigned>(one.effect));
    return effects;
}

}  // namespace flowc
