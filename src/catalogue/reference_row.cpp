#include "catalogue/reference_row.hpp"

#include <algorithm>

namespace flowc {

const ReferenceRow* find_reference_row(std::string_view path) {
    const auto rows = reference_rows();
    const auto found = std::lower_bound(rows.begin(), rows.end(), path,
                                        [](const ReferenceRow& row, std::string_view word) { return row.path < word; });
    return found == rows.end() || found->path != path ? nullptr : &*found;
}

bool has_key(const ReferenceRow& row, std::string_view key) {
    return std::binary_search(row.keys.begin(), row.keys.end(), key);
}

}  // namespace flowc
