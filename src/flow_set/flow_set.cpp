#include "flowc/flow_set.hpp"

#include <algorithm>
#include <functional>

namespace flowc {

namespace {

template <typename Item>
void sort_once(std::vector<Item>& items) {
    std::sort(items.begin(), items.end(), std::less<>());
    items.erase(std::unique(items.begin(), items.end()), items.end());
}

/// A flow that has no other beside it is led to by none.
bool is_alone(const std::vector<FileSummary>& files) { return files.size() == 1 && files.front().flows.size() < 2; }

}  // namespace

FlowSet::FlowSet(std::vector<FileSummary> files, bool whole) : files_(std::move(files)), whole_(whole) {
    for (const FileSummary& file : files_) {
        whole_ = whole_ && file.whole;
        for (const FlowSummary& flow : file.flows) {
            writes_any_ = writes_any_ || flow.writes_any;
            sets_queue_ = sets_queue_ || flow.sets_queue;
            calls_lambda_ = calls_lambda_ || flow.calls_lambda;
            for (const FlowSummary::Write& write : flow.writes) attributes_.push_back(write.attribute);
            if (!flow.name.empty()) names_.push_back({flow.name, {&file, &flow}});
            for (const std::string& reference : flow.references) names_.push_back({reference, {&file, &flow}});
        }
    }
    sort_once(attributes_);
    std::stable_sort(names_.begin(), names_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    if (is_alone(files_)) return;
    for (const FileSummary& file : files_) {
        // What could not be read may lead to any flow.
        if (!file.whole) elsewhere_.push_back({{}, nullptr});
        for (const FlowSummary& flow : file.flows) add_leads(flow);
    }
    sort_once(led_to_);
    sort_once(elsewhere_);
}

void FlowSet::add_leads(const FlowSummary& from) {
    for (const FlowSummary::Lead& lead : from.leads) {
        Entry to = find(lead.reference);
        if (!to) to = find(lead.name);
        if (!to) elsewhere_.push_back({lead.name, &from});
        else if (to.flow != &from) led_to_.push_back(to.flow);
    }
}

FlowSet::Entry FlowSet::find(std::string_view name) const {
    const auto found = std::lower_bound(names_.begin(), names_.end(), name,
                                        [](const auto& entry, std::string_view word) { return entry.first < word; });
    if (found == names_.end() || found->first != name) return {};
    for (auto other = found + 1; other != names_.end() && other->first == name; ++other)
        if (other->second.flow != found->second.flow) return {};
    return found->second;
}

bool FlowSet::may_lead_to(std::string_view name) const {
    const FlowSummary* flow = find(name).flow;
    if (flow && std::binary_search(led_to_.begin(), led_to_.end(), flow, std::less<>())) return true;
    if (name.empty()) return !elsewhere_.empty();
    return leads_elsewhere({}, flow) || leads_elsewhere(name, flow);
}

bool FlowSet::leads_elsewhere(std::string_view name, const FlowSummary* to) const {
    auto lead = std::lower_bound(elsewhere_.begin(), elsewhere_.end(), name,
                                 [](const auto& entry, std::string_view word) { return entry.first < word; });
    if (to && lead != elsewhere_.end() && lead->second == to) ++lead;
    return lead != elsewhere_.end() && lead->first == name;
}

bool FlowSet::writes(std::string_view attribute) const {
    return std::binary_search(attributes_.begin(), attributes_.end(), attribute);
}

}  // namespace flowc
