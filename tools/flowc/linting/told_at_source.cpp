#include "linting/told_at_source.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "lint/lint.hpp"

namespace flowc::cli {

namespace {

auto what_it_says(const Diagnostic& one) { return std::make_tuple(one.rule, std::string_view(one.message)); }

}  // namespace

void leave_out_of_compiled(LintedFile& file, const std::function<bool(std::string_view)>& is_compiled) {
    file.is_compiled = std::any_of(file.flows.begin(), file.flows.end(),
                                   [&](const CheckedFlow& flow) { return is_compiled(flow.name); });
    if (!file.is_compiled) return;
    std::erase_if(file.diagnostics.items(), [&](const Diagnostic& one) {
        const bool is_fault = one.severity == Severity::error && !(one.rule && lint::has(*one.rule));
        return !is_fault && is_compiled(one.subject.flow);
    });
}

void leave_out_told_at_source(std::vector<LintedFile>& files) {
    const auto has_errors = [](const LintedFile& file) {
        return file.is_compiled && !file.diagnostics.items().empty();
    };
    if (std::none_of(files.begin(), files.end(), has_errors)) return;
    std::set<std::tuple<const RuleInfo*, std::string_view>> told;
    for (const LintedFile& file : files)
        if (file.document.form == Form::dsl)
            for (const Diagnostic& one : file.diagnostics.items()) told.insert(what_it_says(one));
    for (LintedFile& file : files) {
        if (!has_errors(file)) continue;
        std::vector<Diagnostic> kept;
        std::vector<std::string> fingerprints;
        for (std::size_t i = 0; i < file.fingerprints.size(); ++i) {
            Diagnostic& one = file.diagnostics.items()[i];
            if (told.count(what_it_says(one)) != 0) continue;
            kept.push_back(std::move(one));
            fingerprints.push_back(std::move(file.fingerprints[i]));
        }
        file.diagnostics.items() = std::move(kept);
        file.fingerprints = std::move(fingerprints);
    }
}

}  // namespace flowc::cli
