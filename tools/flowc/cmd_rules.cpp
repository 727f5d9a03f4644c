#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "command.hpp"
#include "flowc/diagnostic.hpp"
#include "output/output.hpp"

namespace flowc::cli {

namespace {

constexpr std::array<std::string_view, 2> format_words{"text", "json"};
constexpr std::size_t json_format = 1;

nlohmann::ordered_json options_of(const RuleInfo& rule) {
    nlohmann::ordered_json options = nlohmann::ordered_json::array();
    for (const RuleOption& option : rule.options)
        options.push_back({{"name", option.name}, {"default", option.value}, {"summary", option.summary}});
    return options;
}

void print_json(Output& out) {
    nlohmann::ordered_json json{{"version", 1}, {"rules", nlohmann::ordered_json::array()}};
    for (const RuleInfo* rule : all_rules())
        json["rules"].push_back({{"id", rule->id},
                                 {"category", to_string(rule->category)},
                                 {"severity", to_string(rule->severity)},
                                 {"byDefault", rule->by_default},
                                 {"summary", rule->summary},
                                 {"why", rule->why},
                                 {"evidence", rule->evidence},
                                 {"wrongWhen", rule->wrong_when},
                                 {"shape", rule->shape},
                                 {"options", options_of(*rule)}});
    out << json.dump(2) << "\n";
}

void print_text(Output& out) {
    std::size_t width = 0;
    for (const RuleInfo* rule : all_rules()) width = std::max(width, rule->id.size());
    for (const RuleInfo* rule : all_rules()) {
        const std::string_view severity = rule->by_default ? to_string(rule->severity) : "off";
        out << rule->id << std::string(width - rule->id.size() + 2, ' ') << severity
            << std::string(9 - std::min<std::size_t>(severity.size(), 8), ' ') << rule->summary << "\n";
    }
}

}  // namespace

ExitCode rules_command(const Arguments& arguments) {
    std::size_t format = 0;
    CommandLine line("rules",
                     "Lists every rule: its id, the highest severity it reports, and what it finds. One that is `off` "
                     "waits to be asked for.");
    line.choice("--format", format_words, format, "how to print it; in JSON also why, and whether the schemas see it");
    if (const auto code = line.parse(arguments)) return *code;
    Output out(posix::Stream::output);
    if (format == json_format) print_json(out);
    else print_text(out);
    ExitCode code = ExitCode::ok;
    out.flush(code);
    return code;
}

}  // namespace flowc::cli
