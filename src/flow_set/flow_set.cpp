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

/// The only flow that a key stands for; nothing where it is none, or several.
template <typename Key, typename Names>
FlowSet::Entry only_one(const Names& names, const Key& key) {
    const auto found = std::lower_bound(names.begin(), names.end(), key,
                                        [](const auto& entry, const Key& one) { return entry.first < one; });
    if (found == names.end() || found->first != key) return {};
    for (auto other = found + 1; other != names.end() && other->first == key; ++other)
        if (other->second.flow != found->second.flow) return {};
    return found->second;
}

template <typename Names>
void sort_by_key(Names& names) {
    std::stable_sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
}

/// The id that an ARN ends with, without an alias behind it: `…/contact-flow/<id>:$LATEST`.
std::string_view id_of_arn(std::string_view arn) {
    if (!arn.starts_with("arn:")) return {};
    const std::size_t slash = arn.rfind('/');
    if (slash == std::string_view::npos) return {};
    arn.remove_prefix(slash + 1);
    return arn.substr(0, arn.find(':'));
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
            for (const std::string_view reference : flow.references) {
                names_.push_back({reference, {&file, &flow}});
                if (const auto id = id_of_arn(reference); !id.empty()) names_.push_back({id, {&file, &flow}});
            }
            for (const std::string_view reference : flow.references_in_file)
                names_in_file_.push_back({{reference, file.file}, {&file, &flow}});
        }
    }
    sort_once(attributes_);
    sort_by_key(names_);
    sort_by_key(names_in_file_);
    if (is_alone(files_)) return;
    for (const FileSummary& file : files_) {
        // What could not be read may lead to any flow.
        if (!file.whole) elsewhere_.push_back({{}, nullptr});
        for (const FlowSummary& flow : file.flows) add_leads(flow, file.file);
    }
    sort_once(led_to_);
    sort_once(elsewhere_);
}

void FlowSet::add_leads(const FlowSummary& from, std::string_view file) {
    for (const FlowSummary::Lead& lead : from.leads) {
        Entry to = find(lead.reference, file);
        if (!to) to = find(lead.name);
        if (!to) elsewhere_.push_back({lead.name, &from});
        else if (to.flow != &from) led_to_.push_back(to.flow->name);
    }
}

FlowSet::Entry FlowSet::find(std::string_view name) const {
    if (const Entry entry = only_one(names_, name)) return entry;
    const std::string_view id = id_of_arn(name);
    return id.empty() ? Entry{} : only_one(names_, id);
}

FlowSet::Entry FlowSet::find(std::string_view name, std::string_view file) const {
    const Entry entry = only_one(names_in_file_, std::pair{name, file});
    return entry ? entry : find(name);
}

bool FlowSet::may_lead_to(std::string_view name) const {
    if (std::binary_search(led_to_.begin(), led_to_.end(), name)) return true;
    if (name.empty()) return !elsewhere_.empty();
    return leads_elsewhere({}, find(name).flow) || leads_elsewhere(name, find(name).flow);
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
