#include <algorithm>
#include <tuple>

#include "flowc/diagnostic.hpp"

namespace flowc {

std::string_view to_string(Severity severity) {
    switch (severity) {
        case Severity::note: return "note";
        case Severity::warning: return "warning";
        case Severity::error: break;
    }
    return "error";
}

Diagnostic& Diagnostics::report(const RuleInfo& rule, Span span, std::string message) {
    Diagnostic& diagnostic = items_.emplace_back();
    diagnostic.rule = &rule;
    diagnostic.severity = rule.severity;
    diagnostic.span = span;
    diagnostic.message = std::move(message);
    return diagnostic;
}

bool Diagnostics::has_errors() const {
    return std::any_of(items_.begin(), items_.end(),
                       [](const Diagnostic& item) { return item.severity == Severity::error; });
}

void Diagnostics::sort() {
    const auto id = [](const Diagnostic& item) { return item.rule ? item.rule->id : std::string_view{}; };
    std::stable_sort(items_.begin(), items_.end(), [&](const Diagnostic& a, const Diagnostic& b) {
        return std::make_tuple(a.span.begin, id(a), std::string_view{a.message}, a.span.end) <
               std::make_tuple(b.span.begin, id(b), std::string_view{b.message}, b.span.end);
    });
    const auto said_twice = [&](const Diagnostic& a, const Diagnostic& b) {
        return a.span == b.span && id(a) == id(b) && a.message == b.message;
    };
    items_.erase(std::unique(items_.begin(), items_.end(), said_twice), items_.end());
}

}  // namespace flowc
