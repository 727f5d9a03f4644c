#pragma once

#include <vector>

#include "fields.hpp"

namespace catalogue_gen {

/// What `read` makes of each item of a list; nothing where the list is absent.
template <typename T, typename Read>
std::vector<T> each(const Json* list, const Place& place, Read read) {
    std::vector<T> result;
    if (!list) return result;
    if (!list->is_array()) {
        place.complain("expected a list");
        return result;
    }
    for (const Json& item : *list) result.push_back(read(item, place.at(result.size())));
    return result;
}

}  // namespace catalogue_gen
