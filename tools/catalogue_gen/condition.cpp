#include "condition.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace catalogue_gen {
namespace {

bool is_path(std::string_view path) {
    if (path.empty() || path.front() == '.' || path.back() == '.') return false;
    if (is_branch(path)) return path.back() != ':' && path.find_first_of(" =") == std::string_view::npos;
    return std::all_of(path.begin(), path.end(),
                       [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '_'; });
}

bool parse_term(std::string_view text, Term& term) {
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos) {
        const std::size_t equals = text.find('=');
        if (equals == std::string_view::npos) return false;
        term = {std::string(text.substr(0, equals)), "equals", std::string(text.substr(equals + 1))};
        return is_path(term.path) && !term.value.empty();
    }
    term.path = text.substr(0, space);
    const std::string_view rest = text.substr(space + 1);
    if (rest == "present" || rest == "absent") {
        term.op = rest;
        return is_path(term.path);
    }
    const std::size_t next = rest.find(' ');
    if (next == std::string_view::npos) return false;
    term.op = rest.substr(0, next);
    term.value = rest.substr(next + 1);
    const bool one_word = !term.value.empty() && term.value.find(' ') == std::string::npos;
    return (term.op == "contains" || term.op == "lacks") && one_word && is_path(term.path);
}

}  // namespace

bool is_branch(std::string_view path) { return path.substr(0, 10) == "condition:" || path.substr(0, 6) == "error:"; }

Condition parse_condition(const std::string& text, const Place& place) {
    Condition condition;
    condition.text = text;
    std::string_view rest = text;
    while (!rest.empty()) {
        constexpr std::string_view joint = " and ";
        const std::size_t end = rest.find(joint);
        Term term;
        if (!parse_term(rest.substr(0, end), term)) {
            place.complain("cannot read `" + std::string(rest.substr(0, end)) +
                           "`; write `Name=value`, `Name present`, `Name absent`, `Name contains X` or `Name lacks X`"
                           ", joined by ` and `");
            return {};
        }
        condition.terms.push_back(std::move(term));
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + joint.size());
    }
    return condition;
}

}  // namespace catalogue_gen
