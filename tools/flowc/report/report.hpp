#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "linting/lint_json.hpp"

/// What a run of `flowc lint` has found, and the forms it is written in. Every form is made of the same value.
namespace flowc::cli {

struct Report {
    std::vector<Findings> files;
    std::vector<Unreadable> unreadable;
    Tally tally;
    unsigned jobs = 1;  ///< how many threads may write it
};

/// The names of the forms.
inline constexpr std::array<std::string_view, 7> report_formats{"text",   "json",  "sarif",     "github",
                                                                "gitlab", "junit", "checkstyle"};
/// `format` is a position in `report_formats`; `color` is for text alone.
std::string report_in(std::size_t format, const Report& report, bool color);

std::string report_text(const Report& report, bool color);
std::string report_json(const Report& report);        ///< docs/lint-json.md
std::string report_sarif(const Report& report);       ///< SARIF 2.1.0
std::string report_github(const Report& report);      ///< workflow commands of GitHub Actions
std::string report_gitlab(const Report& report);      ///< GitLab's code quality report
std::string report_junit(const Report& report);       ///< JUnit XML: a test case for each file
std::string report_checkstyle(const Report& report);  ///< Checkstyle XML

/// How often each rule reports, most often first; a line each.
std::string statistics(const Report& report);

}  // namespace flowc::cli
