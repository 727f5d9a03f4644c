#include "report.hpp"

namespace flowc::cli {

std::string report_in(std::size_t format, const Report& report, bool color) {
    switch (format) {
        case 1: return report_json(report);
        case 2: return report_sarif(report);
        case 3: return report_github(report);
        case 4: return report_gitlab(report);
        case 5: return report_junit(report);
        case 6: return report_checkstyle(report);
        default: return report_text(report, color);
    }
}

}  // namespace flowc::cli
