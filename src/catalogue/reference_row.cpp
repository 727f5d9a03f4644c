#include "catalogue/reference_row.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace flowc {

namespace {

unsigned char first_of(std::string_view path) { return static_cast<unsigned char>(path.empty() ? '\0' : path.front()); }

/// The rows whose paths begin with a byte. They are sorted, and so these stand together.
std::span<const ReferenceRow> rows_with(unsigned char first) {
    static const auto counts = [] {
        std::array<std::size_t, 257> before{};
        for (const ReferenceRow& row : reference_rows()) ++before[first_of(row.path) + std::size_t{1}];
        std::partial_sum(before.begin(), before.end(), before.begin());
        return before;
    }();
    return reference_rows().subspan(counts[first], counts[first + std::size_t{1}] - counts[first]);
}

}  // namespace

const ReferenceRow* find_reference_row(std::string_view path) {
    for (const ReferenceRow& row : rows_with(first_of(path)))
        if (row.path == path) return &row;
    return nullptr;
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
    // The first letter tells most of them apart, and costs no call.
    return std::any_of(row.keys.begin(), row.keys.end(), [&](std::string_view one) {
        return one.size() == key.size() && first_of(one) == first_of(key) && one == key;
    });
}

}  // namespace flowc
