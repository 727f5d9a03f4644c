#include <algorithm>
#include <map>

#include "report.hpp"

namespace flowc::cli {

std::string statistics(const Report& report) {
    std::map<std::string_view, std::size_t> counts;
    for (const Findings& file : report.files)
        for (const Diagnostic& one : file.diagnostics->items())
            if (one.rule) ++counts[one.rule->id];
    std::vector<std::pair<std::string_view, std::size_t>> rows(counts.begin(), counts.end());
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::string text;
    for (const auto& [rule, count] : rows) {
        const std::string number = std::to_string(count);
        text.append(number.size() < 6 ? 6 - number.size() : 0, ' ').append(number).append("  ").append(rule) += '\n';
    }
    return text;
}

}  // namespace flowc::cli
