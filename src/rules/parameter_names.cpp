#include "rules/parameter_names.hpp"

#include <vector>

#include "diagnostics/suggest.hpp"
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
        if (names(wrong.name, use.parent, key)) return {wrong.instead, wrong.note, true};
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
    for (const auto [key, value] : use.object.entries()) {
        if (find_parameter(use.properties, key.text())) continue;
        if (has_placeholder(key.text())) return true;
        if (meant_parameter(check, use, key.text()).name == name) return true;
    }
    return false;
}

}  // namespace flowc::rules
