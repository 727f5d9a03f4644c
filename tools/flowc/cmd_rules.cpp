#include <algorithm>

#include "command.hpp"
#include "flowc/diagnostic.hpp"
#include "output.hpp"

namespace flowc::cli {

ExitCode rules_command(const Arguments& arguments) {
    CommandLine line("rules", "Lists every rule: its id, the highest severity it reports, and what it finds.");
    if (const auto code = line.parse(arguments)) return *code;
    std::size_t width = 0;
    for (const RuleInfo* rule : all_rules()) width = std::max(width, rule->id.size());
    Output out(posix::Stream::output);
    for (const RuleInfo* rule : all_rules()) {
        const std::string_view severity = to_string(rule->severity);
        out << rule->id << std::string(width - rule->id.size() + 2, ' ') << severity
            << std::string(9 - std::min<std::size_t>(severity.size(), 8), ' ') << rule->summary << "\n";
    }
    ExitCode code = ExitCode::ok;
    out.flush(code);
    return code;
}

}  // namespace flowc::cli
