#include "rules/report.hpp"

namespace flowc::rules {
namespace {

std::string_view caution(Evidence evidence) {
    switch (evidence) {
        case Evidence::live:
        case Evidence::reference_and_exports:
        case Evidence::reference: return {};
        case Evidence::disputed: return " (AWS's own documents differ)";
        case Evidence::exports: return " (known from exported flows only)";
        case Evidence::third_party: return " (known from a third party only)";
        case Evidence::name_only: return " (nothing but the name of this action is published)";
    }
    return {};
}

}  // namespace

Severity severity_for(Evidence evidence) {
    return evidence <= Evidence::reference ? Severity::error : Severity::warning;
}

Diagnostic& report(Diagnostics& diagnostics, const RuleInfo& rule, Evidence evidence, Span span, std::string message) {
    message += caution(evidence);
    Diagnostic& finding = diagnostics.report(rule, span, std::move(message));
    if (severity_for(evidence) < finding.severity) finding.severity = severity_for(evidence);
    return finding;
}

}  // namespace flowc::rules
