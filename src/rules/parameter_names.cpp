#include "rules/parameter_names.hpp"

#include <vector>

#include "diagnostics/suggest.hpp"
#include "ir/condition.hpp"
#include "ir/placeholder.hpp"

namespace flowc::rules {
namespace {

/// Whether a catalogued wrong name, dotted for nested ones, is this key below this parent.
bool names(std::string_view path, const ParameterInfo* parent, std::string_view key) {
    const std::size_t dot = path.rfind('.');
    if (!parent) return path == key;
    if (dot == std::string_view::npos || path.substr(dot + 1) != key) return false;
    const std::string_view owner = path.substr(0, dot);
    const std::size_t before = owner.rfind('.');
    return parent->name.empty() || owner.substr(before == std::string_view::npos ? 0 : before + 1) == parent->name;
}

/// A dotted path without its last name; empty: it has one only.
std::string_view owner_of(std::string_view path) {
    const std::size_t dot = path.rfind('.');
    return path.substr(0, dot == std::string_view::npos ? 0 : dot);
}

MeantName meant_by(const WrongName& wrong) {
    using Place = MeantName::Place;
    const std::string_view owner = owner_of(wrong.name);
    if (owner.empty() || wrong.instead.empty())
        return {wrong.instead, wrong.note, true, owner_of(wrong.instead).empty() ? Place::here : Place::elsewhere};
    if (owner_of(wrong.instead) == owner)
        return {wrong.instead.substr(owner.size() + 1), wrong.note, true, Place::here};
    const bool same_word = wrong.name.substr(owner.size() + 1) == wrong.instead.substr(wrong.instead.rfind('.') + 1);
    const bool is_beside = same_word && owner_of(wrong.instead) == owner_of(owner);
    return {wrong.instead, wrong.note, true, is_beside ? Place::beside : Place::elsewhere};
}

/// Whether the object is one that a person may have written. Of others nobody asks what every key was meant to be,
/// which would take time as the square of their size.
bool is_small(Node object) {
    constexpr int most = 256;
    int count = 0;
    for (const auto entry : object.entries()) {
        if (entry.key && ++count > most) return false;
    }
    return true;
}

}  // namespace

MeantName meant_parameter(const Check& check, const ObjectUse& use, std::string_view key) {
    for (const WrongName& wrong : use.row.wrong_parameters) {
        if (names(wrong.name, use.parent, key)) return meant_by(wrong);
    }
    if (!check.suggests_for(use.action) || !is_small(use.object)) return {};
    std::vector<std::string_view> free;
    free.reserve(use.properties.size());
    for (const ParameterInfo& property : use.properties) {
        if (!use.object.find_key(property.name)) free.push_back(property.name);
    }
    return {nearest(key, free), {}, false};
}

bool is_misspelt(const Check& check, const ObjectUse& use, std::string_view name) {
    if (!is_small(use.object)) return false;
    for (const WrongName& wrong : use.row.wrong_parameters) {
        const bool is_nested = !use.parent && wrong.name.find('.') != std::string_view::npos;
        if (is_nested && wrong.instead == name && value_at(use.object, wrong.name)) return true;
    }
    for (const auto [key, value] : use.object.entries()) {
        if (find_parameter(use.properties, key.text())) continue;
        if (has_placeholder(key.text())) return true;
        const std::string_view meant = meant_parameter(check, use, key.text()).name;
        if (meant.starts_with(name) && (meant.size() == name.size() || meant[name.size()] == '.')) return true;
    }
    return false;
}

}  // namespace flowc::rules
