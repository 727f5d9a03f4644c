#pragma once

#include <string_view>

#include "flowc/syntax.hpp"

namespace flowc::rules {

/// Visits every value at a dotted path below `scope`; of lists on the way, and at its end, every item.
template <typename Visit>
void each_at(Node scope, std::string_view path, const Visit& visit) {
    if (scope.is_sequence()) {
        for (const Node item : scope.items()) each_at(item, path, visit);
        return;
    }
    if (path.empty()) return visit(scope);
    const std::size_t dot = path.find('.');
    const Node next = scope.find(path.substr(0, dot));
    if (next) each_at(next, dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1), visit);
}

}  // namespace flowc::rules
