#include <algorithm>

#include "flowc/catalogue.hpp"

namespace flowc {

const ActionInfo* find_action(std::string_view name) {
    const std::span<const ActionInfo> rows = actions();
    const auto found =
        std::lower_bound(rows.begin(), rows.end(), name,
                         [](const ActionInfo& row, std::string_view wanted) { return row.name < wanted; });
    return found != rows.end() && found->name == name ? &*found : nullptr;
}

const ParameterInfo* find_parameter(std::span<const ParameterInfo> parameters, std::string_view name) {
    const auto found = std::find_if(parameters.begin(), parameters.end(),
                                    [&](const ParameterInfo& parameter) { return parameter.name == name; });
    return found == parameters.end() ? nullptr : &*found;
}

}  // namespace flowc
