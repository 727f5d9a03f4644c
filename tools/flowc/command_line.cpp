#include "command_line.hpp"

#include <algorithm>
#include <array>

#include "nearest_name.hpp"
#include "output/output.hpp"
#include "verb_page.hpp"

namespace flowc::cli {

namespace {

constexpr std::array<std::string_view, 3> color_words{"auto", "always", "never"};

}  // namespace

std::string OptionInfo::shown() const {
    std::string text = names;
    const std::size_t comma = text.find(',');
    if (comma != std::string::npos) text.insert(comma + 1, " ");
    if (is_argument()) return text + (repeats ? "..." : "");
    return text + (placeholder.empty() ? "" : " ") + placeholder;
}

std::string OptionInfo::meaning() const { return help + (choices.empty() ? "" : ": " + one_of(choices)); }

std::string help_line(const OptionInfo& option, std::size_t width) {
    const std::string left = option.shown();
    return "  " + left + std::string(width - left.size() + 2, ' ') + option.meaning() + "\n";
}

CommandLine::CommandLine(std::string_view verb, std::string_view summary) : verb_(verb), summary_(summary) {
    add({"-h,--help", "", "print this and stop"}, {});
}

void CommandLine::add(OptionInfo option, Target target) {
    table_.push_back(std::move(option));
    targets_.push_back(target);
}

void CommandLine::flag(const std::string& names, bool& value, const std::string& help) {
    add({names, "", help}, &value);
}

void CommandLine::option(const std::string& names, const std::string& placeholder, std::string& value,
                         const std::string& help, Words suggestions) {
    add({names, placeholder, help, false, {}, suggestions}, &value);
}

void CommandLine::options(const std::string& names, const std::string& placeholder, std::vector<std::string>& values,
                          const std::string& help, Words suggestions) {
    add({names, placeholder, help, true, {}, suggestions}, &values);
}

void CommandLine::choice(const std::string& names, std::span<const std::string_view> words, std::size_t& value,
                         const std::string& help) {
    add({names, "WORD", help, false, words}, &value);
}

void CommandLine::argument(const std::string& name, std::string& value, const std::string& help, Words suggestions) {
    add({name, "", help, false, {}, suggestions}, &value);
}

void CommandLine::arguments(const std::string& name, std::vector<std::string>& values, const std::string& help) {
    add({name, "", help, true}, &values);
}

void CommandLine::color(ColorWhen& color) { add({"--color", "WORD", "color the output", false, color_words}, &color); }

void CommandLine::compiling(CompileWords& words) {
    option("--env", "PATH", words.environment,
           "the environment: how names of resources are bound, and their ARNs; a file, or a folder of what "
           "`aws connect list-…` prints");
    compile_time_values(words.values);
}

void CommandLine::compile_time_values(std::vector<std::string>& values) {
    options("--set", "NAME=VALUE", values, "a compile-time value: what `${NAME}` stands for");
}

void CommandLine::common(CommonOptions& options) {
    add({"--jobs", "N", "work on so many files at once (default: one for each core)"}, &options.jobs);
    color(options.color);
    flag("--quiet", options.quiet, "print no summary");
}

std::string CommandLine::help() const {
    std::size_t width = 0;
    for (const OptionInfo& option : table_) width = std::max(width, option.shown().size());
    std::string usage = "Usage: flowc " + verb_ + " [OPTIONS]";
    std::string arguments;
    std::string options;
    for (const OptionInfo& option : table_) {
        if (option.is_argument()) usage += " [" + option.shown() + "]";
        (option.is_argument() ? arguments : options) += help_line(option, width);
    }
    std::string text =
        summary_ + "\n\n" + usage + "\n" + (arguments.empty() ? "" : "\n" + arguments) + "\nOptions:\n" + options;
    for (const PageSection& section : sections_of(verb_, table_)) {
        std::size_t widest = 0;
        for (const PageEntry& entry : section.entries) widest = std::max(widest, entry.term.size());
        text.append("\n").append(section.title).append(":\n");
        for (const PageEntry& entry : section.entries)
            text.append("  ")
                .append(entry.term)
                .append(widest - entry.term.size() + 2, ' ')
                .append(entry.meaning)
                .append("\n");
    }
    return text;
}

ExitCode CommandLine::misused(std::string_view message) const {
    Output err(posix::Stream::error);
    err << "flowc " << verb_ << ": " << message << "; see `flowc " << verb_ << " --help`\n";
    ExitCode code = ExitCode::usage;
    err.flush(code);
    return code;
}

}  // namespace flowc::cli
