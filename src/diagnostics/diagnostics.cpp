#include <algorithm>
#include <tuple>
#include <utility>

#include "diagnostics/credentials.hpp"
#include "flowc/diagnostic.hpp"
#include "source/utf8.hpp"

namespace flowc {

std::string_view to_string(Severity severity) {
    switch (severity) {
        case Severity::note: return "note";
        case Severity::warning: return "warning";
        case Severity::error: break;
    }
    return "error";
}

/// Only when the next one comes is it known how severe the last one became.
void Diagnostics::count_last() {
    if (std::exchange(last_is_counted_, true) || items_.empty()) return;
    Diagnostic& last = items_.back();
    const auto same = [&](const Count& count) { return count.rule == last.rule && count.severity == last.severity; };
    auto count = std::find_if(counts_.begin(), counts_.end(), same);
    if (count == counts_.end()) {
        constexpr std::size_t usual = 8;
        if (counts_.capacity() == 0) counts_.reserve(usual);
        count = counts_.insert(counts_.end(), {last.rule, last.severity, 0});
    }
    ++count->found;
    constexpr std::string_view end = "; further ones are not shown";
    if (count->found == limit_ && !last.message.ends_with(end))
        last.message += end;  // it may have been the last of another list
    if (count->found > limit_) items_.pop_back();
}

void Diagnostics::add(Diagnostic finding) {
    count_last();
    items_.push_back(std::move(finding));
    last_is_counted_ = false;
}

void Diagnostics::add(Diagnostics findings) {
    limit_ = std::max(limit_, findings.limit_);
    if (items_.empty() && counts_.empty()) {
        const std::uint32_t limit = limit_;
        *this = std::move(findings);
        limit_ = limit;
        return;
    }
    for (Diagnostic& finding : findings.items_) add(std::move(finding));
}

Diagnostic& Diagnostics::report(const RuleInfo& rule, Span span, std::string message) {
    count_last();
    last_is_counted_ = false;
    constexpr std::size_t usual = 5;
    if (items_.capacity() == 0) items_.reserve(usual);
    Diagnostic& diagnostic = items_.emplace_back();
    diagnostic.rule = &rule;
    diagnostic.severity = rule.severity;
    diagnostic.span = span;
    // It may quote what somebody wrote, a thousand times.
    constexpr std::size_t longest = 20'000;
    if (message.size() > longest) {
        std::size_t end = longest;
        while (end > 0 && utf8::continues(message[end])) --end;
        message.replace(end, std::string::npos, "…");
    }
    diagnostic.message = without_confidential(std::move(message));
    return diagnostic;
}

bool Diagnostics::has_errors() const {
    return std::any_of(items_.begin(), items_.end(),
                       [](const Diagnostic& item) { return item.severity == Severity::error; });
}

void Diagnostics::sort() {
    count_last();
    if (items_.size() < 2) return;
    const auto id = [](const Diagnostic& item) { return item.rule ? item.rule->id : std::string_view{}; };
    const auto before = [&](const Diagnostic* a, const Diagnostic* b) {
        if (a->span.begin != b->span.begin) return a->span.begin < b->span.begin;
        // Of two that are the same the first one comes first.
        return std::make_tuple(id(*a), std::string_view{a->message}, a->span.end, a) <
               std::make_tuple(id(*b), std::string_view{b->message}, b->span.end, b);
    };
    // Findings are large: each is moved once, to where it belongs.
    std::vector<Diagnostic*> order;
    order.reserve(items_.size());
    for (Diagnostic& item : items_) order.push_back(&item);
    std::sort(order.begin(), order.end(), before);
    std::vector<Diagnostic> sorted;
    sorted.reserve(items_.size());
    for (Diagnostic* item : order) sorted.push_back(std::move(*item));
    items_ = std::move(sorted);
    const auto said_twice = [&](const Diagnostic& a, const Diagnostic& b) {
        return a.span == b.span && id(a) == id(b) && a.message == b.message;
    };
    items_.erase(std::unique(items_.begin(), items_.end(), said_twice), items_.end());
}

}  // namespace flowc
