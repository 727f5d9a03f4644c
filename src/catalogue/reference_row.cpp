#include "catalogue/reference_row.hpp"

#include <algorithm>

namespace flowc {

const ReferenceRow* find_reference_row(std::string_view path) {
    const auto rows = reference_rows();
    const auto found = std::lower_bound(rows.begin(), rows.end(), path,
                                        [](const ReferenceRow& row, std::string_view word) { return row.path < word; });
    return found == rows.end() || found->path != path ? nullptr : &*found;
}

bool is_space(std::string_view path) {
    if (find_reference_row(path)) return true;
    const std::size_t dot = path.rfind('.');
    const bool at_root = dot == std::string_view::npos;
    const ReferenceRow* row = find_reference_row(at_root ? std::string_view{} : path.substr(0, dot));
    const std::string_view key = at_root ? path : path.substr(dot + 1);
    return row && std::find(row->spaces.begin(), row->spaces.end(), key) != row->spaces.end();
}

bool has_key(const ReferenceRow& row, std::string_view key) {
    return std::binary_search(row.keys.begin(), row.keys.end(), key);
}

}  // namespace flowc
