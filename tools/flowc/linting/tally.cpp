#include "linting/tally.hpp"

#include "fixes/choose.hpp"

namespace flowc::cli {

void Tally::count(const Diagnostics& diagnostics) {
    for (const Diagnostic& one : diagnostics.items()) {
        switch (one.severity) {
            case Severity::error: ++errors; break;
            case Severity::warning: ++warnings; break;
            case Severity::note: ++notes; break;
        }
    }
}

void Tally::count_fixes(const Diagnostics& diagnostics) {
    for (const Diagnostic& one : diagnostics.items()) {
        if (fixes::fix_of(one, false)) ++fixable;
        else if (!one.fixes.empty()) ++unsafe_fixable;
    }
}

std::string counted(std::size_t count, std::string_view thing) {
    return std::to_string(count).append(" ").append(thing).append(count == 1 ? "" : "s");
}

std::string summary(const Tally& tally) {
    std::string found;
    const auto add = [&](std::size_t count, std::string_view thing) {
        if (count == 0) return;
        if (!found.empty()) found += ", ";
        found += counted(count, thing);
    };
    add(tally.errors, "error");
    add(tally.warnings, "warning");
    add(tally.notes, "note");
    if (found.empty() && tally.files + tally.unreadable + tally.unwritten == 0) {
        found = "no flows found";
    } else {
        if (found.empty()) found = "no findings";
        found += " in " + counted(tally.files, "file");
    }
    if (tally.unreadable > 0) found += ", " + std::to_string(tally.unreadable) + " unreadable";
    if (tally.unwritten > 0) found += ", " + std::to_string(tally.unwritten) + " not written";
    found += '\n';
    if (tally.fixed > 0)
        found += "fixed " + counted(tally.fixed, "finding") + " in " + counted(tally.fixed_files, "file") + '\n';
    if (tally.fixable > 0) found += std::to_string(tally.fixable) + " fixable with `--fix`\n";
    if (tally.unsafe_fixable > 0)
        found += std::to_string(tally.unsafe_fixable) + " fixable with `--fix-unsafe`, which guesses what was meant\n";
    if (tally.inferred > 0)
        found += "took the type of " + counted(tally.inferred, "flow") + " from what is done in " +
                 (tally.inferred == 1 ? "it" : "them") + '\n';
    if (tally.compiled > 0)
        found += "looked in " + counted(tally.compiled, "file") + " for errors alone, for " +
                 (tally.compiled == 1 ? "it is" : "they are") + " compiled from sources of this run\n";
    if (tally.skipped == 1) found += "skipped 1 file that is no flow\n";
    if (tally.skipped > 1) found += "skipped " + std::to_string(tally.skipped) + " files that are no flows\n";
    return found;
}

}  // namespace flowc::cli
