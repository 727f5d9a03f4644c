#include "flowdsl/schema/conditions.hpp"

#include <algorithm>
#include <array>

#include "flowdsl/schema/pattern.hpp"
#include "ir/condition.hpp"
#include "source/ascii.hpp"

namespace flowc::schema {
namespace {

Value open_text() {
    return Value::object(
        {{"type", "string"}, {"pattern", pattern::either({pattern::placeholder(), pattern::with_reference()})}});
}

Value not_(Value value) { return Value::object({{"not", std::move(value)}}); }

/// The value is that word, as text or as the JSON value that is written like it.
Value equals(std::string_view word) {
    const std::array<std::string_view, 1> words{word};
    Value text = Value::object({{"type", "string"}, {"pattern", pattern::words_in_any_case(words)}});
    if (same_word(word, "true"))
        return Value::object({{"anyOf", Value::array({text, Value::object({{"const", true}})})}});
    if (same_word(word, "false"))
        return Value::object({{"anyOf", Value::array({text, Value::object({{"const", false}})})}});
    return text;
}

Value contains(std::string_view word) {
    return Value::object(
        {{"anyOf",
          Value::array({Value::object({{"type", "array"}, {"contains", equals(word)}}),
                        Value::object({{"type", "object"}, {"required", Value::array({word})}}),
                        Value::object({{"type", "string"}, {"pattern", pattern::contains_in_any_case(word)}})})}});
}

Value contains_not(std::string_view word) {
    return not_(
        Value::object({{"anyOf", Value::array({contains(word), open_text(),
                                               Value::object({{"type", "array"}, {"contains", open_text()}})})}}));
}

Value at_path(std::string_view path, Value last) {
    const std::size_t dot = path.find('.');
    const std::string_view name = path.substr(0, dot);
    Value value = Value::object({{"required", Value::array({name})}});
    if (dot != std::string_view::npos) last = at_path(path.substr(dot + 1), std::move(last)).set("type", "object");
    if (!last.empty()) value.set("properties", Value::object({{std::string(name), std::move(last)}}));
    return value;
}

/// The path surely ends before its last name, or what stands there is as `last` says.
Value not_at_path(std::string_view path, Value last) {
    const std::size_t dot = path.find('.');
    const std::string_view name = path.substr(0, dot);
    const Value missing = not_(Value::object({{"required", Value::array({name})}}));
    Value alternatives = Value::array({missing});
    if (dot != std::string_view::npos) {
        Value inner = Value::object({{"not", open_text()},
                                     {"anyOf", Value::array({not_(Value::object({{"type", "object"}})),
                                                             not_at_path(path.substr(dot + 1), std::move(last))})}});
        alternatives.add(Value::object({{"properties", Value::object({{std::string(name), std::move(inner)}})}}));
    } else if (!last.empty()) {
        alternatives.add(Value::object({{"properties", Value::object({{std::string(name), std::move(last)}})}}));
    }
    if (alternatives.size() == 1) return missing;
    return Value::object({{"anyOf", std::move(alternatives)}});
}

Value branch(std::string_view path) {
    const bool error = path.starts_with(Term::error_prefix);
    const std::string_view word = path.substr(error ? Term::error_prefix.size() : Term::condition_prefix.size());
    const std::string_view list = error ? "Errors" : "Conditions";
    const Value is_word = Value::object({{"const", word}});
    Value item = Value::object();
    if (error) item = at_path("ErrorType", is_word);
    else item = at_path("Condition.Operands", Value::object({{"type", "array"}, {"contains", is_word}}));
    item.set("type", "object");
    Value items = Value::object({{"type", "array"}, {"contains", std::move(item)}});
    Value transitions = at_path(list, std::move(items));
    return at_path("Transitions", transitions.set("type", "object"));
}

/// A statement about the parameters as one about the action that has them.
Value of_parameters(Value statement, bool holds_without) {
    statement.set("type", "object");
    Value value = Value::object();
    if (!holds_without) value.set("required", Value::array({"Parameters"}));
    return value.set("properties", Value::object({{"Parameters", std::move(statement)}}));
}

Value term_holds(const Term& term) {
    switch (term.op) {
        case Term::Op::present: return at_path(term.path, Value::object());
        case Term::Op::absent: return not_at_path(term.path, Value::object());
        case Term::Op::equals: return at_path(term.path, equals(term.value));
        case Term::Op::contains: return at_path(term.path, contains(term.value));
        case Term::Op::lacks: return not_at_path(term.path, contains_not(term.value));
    }
    return Value::object();
}

Value term_fails(const Term& term) {
    switch (term.op) {
        case Term::Op::present: return not_at_path(term.path, Value::object());
        case Term::Op::absent: return at_path(term.path, Value::object());
        case Term::Op::equals:
            return not_at_path(term.path,
                               not_(Value::object({{"anyOf", Value::array({equals(term.value), open_text()})}})));
        case Term::Op::contains: return not_at_path(term.path, contains_not(term.value));
        case Term::Op::lacks: return at_path(term.path, contains(term.value));
    }
    return Value::object();
}

bool is_negative(const Term& term) { return term.op == Term::Op::absent || term.op == Term::Op::lacks; }

Value scoped(const Term& term, Scope scope, bool wanted) {
    if (asks_for_branches(term.path)) {
        Value there = branch(term.path);
        return (term.op == Term::Op::present) == wanted ? there : not_(std::move(there));
    }
    Value value = wanted ? term_holds(term) : term_fails(term);
    return scope == Scope::object ? value : of_parameters(std::move(value), is_negative(term) == wanted);
}

Value joined(Condition condition, Scope scope, bool wanted) {
    if (condition.size() == 1) return scoped(condition.front(), scope, wanted);
    Value terms = Value::array();
    for (const Term& term : condition) terms.add(scoped(term, scope, wanted));
    return Value::object({{wanted ? "allOf" : "anyOf", std::move(terms)}});
}

}  // namespace

Value holds(Condition condition, Scope scope) { return joined(condition, scope, true); }

Value fails(Condition condition, Scope scope) { return joined(condition, scope, false); }

Value is_present(std::string_view path, Scope scope) { return scoped({path, Term::Op::present, {}}, scope, true); }

bool asks_for_branches(std::string_view path) { return path.find(':') != std::string_view::npos; }

bool asks_for_branches(Condition condition) {
    return std::any_of(condition.begin(), condition.end(),
                       [](const Term& term) { return asks_for_branches(term.path); });
}

bool holds_of_nothing(Condition condition) { return std::all_of(condition.begin(), condition.end(), is_negative); }

}  // namespace flowc::schema
