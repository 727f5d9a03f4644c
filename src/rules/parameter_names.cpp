#include "rules/parameter_names.hpp"

#include <vector>

#include "diagnostics/suggest.hpp"

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

}  // namespace

MeantName meant_parameter(const ActionInfo& row, const ParameterInfo* parent,
                          std::span<const ParameterInfo> siblings, Node owner, std::string_view key) {
    for (const WrongName& wrong : row.wrong_parameters) {
        if (names(wrong.name, parent, key)) return {wrong.instead, wrong.note, true};
    }
    std::vector<std::string_view> free;
    free.reserve(siblings.size());
    for (const ParameterInfo& sibling : siblings) {
        if (!owner.find_key(sibling.name)) free.push_back(sibling.name);
    }
    return {nearest(key, free), {}, false};
}

bool is_misspelt(const ObjectUse& use, std::string_view name) {
    for (const auto [key, value] : use.object.entries()) {
        if (find_parameter(use.properties, key.text())) continue;
        if (meant_parameter(use.row, use.parent, use.properties, use.object, key.text()).name == name) return true;
    }
    return false;
}

}  // namespace flowc::rules
