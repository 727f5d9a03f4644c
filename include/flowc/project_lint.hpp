#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "flowc/catalogue.hpp"
#include "flowc/diagnostic.hpp"
#include "flowc/export.hpp"

/// What a project says of checking: the levels of rules, the types of flows, what it puts up with. One file of one
/// project is checked by what `settings_for` makes of it.
namespace FLOWC_PUBLIC flowc {

/// What a project wants of the linter, for one file.
struct LintSettings {
    RuleSettings rules;
    /// The languages that callers hear, as `en` or `en-US`; empty: as the flow says, else all that flowc has words of.
    std::vector<std::string> languages;
};

/// A pattern of paths from the project's folder: `*` and `?` within a name, `**` through folders. One without a slash
/// speaks of names in every folder.
struct PathPattern {
    std::string text;
    Span span;  ///< where it stands in the project's file
};

/// A finding that a project puts up with in one file: a warning or a note, with a reason.
struct Allowance {
    PathPattern files;
    std::string action;  ///< an identifier; empty: any
    const RuleInfo* rule = nullptr;
    Span span;  ///< where the rule stands in the project's file
};

/// What holds for some of a project's files.
struct PathSettings {
    std::vector<PathPattern> files;  ///< empty: all of them
    std::vector<std::pair<const RuleInfo*, Level>> levels;
    std::vector<std::pair<const RuleOption*, long>> values;
    FlowType type = FlowType::unknown;
    std::vector<std::string> languages;
};

/// What `flowc.yaml` says of checking.
struct ProjectLint {
    std::vector<PathSettings> paths;  ///< in the order in which they hold: later ones win
    std::vector<Allowance> allowed;
    std::string baseline;  ///< a path from the project's folder; empty: none
    Span baseline_span;    ///< where it stands in the project's file
};

/// Whether a path fits the text of a `PathPattern`.
bool path_matches(std::string_view pattern, std::string_view path);

/// What holds for a file, by its path from the project's folder with `/` between names.
LintSettings settings_for(const ProjectLint& project, std::string_view path);
/// The flow type that the project says of a file; `unknown`: none.
FlowType type_for(const ProjectLint& project, std::string_view path);

/// What an allowance is to one file.
struct AllowanceUse {
    bool met = false;       ///< its pattern fits the file
    bool named = false;     ///< it is the file's path, and fits no other
    bool needed = false;    ///< it has taken out a finding
    bool of_error = false;  ///< what it speaks of is an error, which cannot be allowed
};

/// Takes out the findings of a file that the project puts up with, and says what each allowance was to it.
std::vector<AllowanceUse> apply_allowances(const ProjectLint& project, std::string_view path, Diagnostics& findings);

/// Reports the allowances that fit some file and that none needed, by what they were to each. What fits several files may be
/// needed by one that was not looked at, if these are not `all`.
void report_unused_allowances(const ProjectLint& project, std::span<const std::vector<AllowanceUse>> files, bool all,
                              Diagnostics& unused);

}  // namespace flowc
