#include "flowc/flow_set.hpp"

#include <algorithm>

namespace flowc {

FlowSet::FlowSet(std::vector<FileSummary> files, bool whole) : files_(std::move(files)), whole_(whole) {
    for (const FileSummary& file : files_) {
        whole_ = whole_ && file.whole;
        for (const FlowSummary& flow : file.flows) {
            writes_any_ = writes_any_ || flow.writes_any;
            sets_queue_ = sets_queue_ || flow.sets_queue;
            for (const FlowSummary::Write& write : flow.writes) attributes_.push_back(write.attribute);
            if (!flow.name.empty()) names_.push_back({flow.name, {&file, &flow}});
            for (const std::string& reference : flow.references) names_.push_back({reference, {&file, &flow}});
        }
    }
    std::sort(attributes_.begin(), attributes_.end());
    attributes_.erase(std::unique(attributes_.begin(), attributes_.end()), attributes_.end());
    std::stable_sort(names_.begin(), names_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
}

FlowSet::Entry FlowSet::find(std::string_view name) const {
    const auto found = std::lower_bound(names_.begin(), names_.end(), name,
                                        [](const auto& entry, std::string_view word) { return entry.first < word; });
    if (found == names_.end() || found->first != name) return {};
    for (auto other = found + 1; other != names_.end() && other->first == name; ++other)
        if (other->second.flow != found->second.flow) return {};
    return found->second;
}

bool FlowSet::writes(std::string_view attribute) const {
    return std::binary_search(attributes_.begin(), attributes_.end(), attribute);
}

}  // namespace flowc
