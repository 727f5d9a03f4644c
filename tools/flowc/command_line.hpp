#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "exit_code.hpp"
#include "system/terminal.hpp"

namespace flowc::cli {

using Arguments = std::vector<std::string>;

/// What every verb that works on files understands.
struct CommonOptions {
    unsigned jobs = 0;  ///< 0: one for each core
    ColorWhen color = ColorWhen::automatic;
    bool quiet = false;
};

/// What every verb that compiles understands.
struct CompileWords {
    std::string environment;
    std::vector<std::string> values;
};

/// Lists words when somebody wants to know them.
using Words = std::vector<std::string_view> (*)();

/// An option or an argument of a verb. Help, man pages and completions are all written from these.
struct OptionInfo {
    std::string names;        ///< `-o,--output`; for an argument what stands for it, `FILES`
    std::string placeholder;  ///< what an option takes: `DIR` a folder, `FILE` a file, …; empty: it is a flag
    std::string help;
    bool repeats = false;
    std::span<const std::string_view> choices = {};  ///< the words that it may be; empty: anything
    Words suggestions = nullptr;  ///< words that it may be, or begin with, among others; null: none are known

    bool is_argument() const { return names[0] != '-'; }
    /// As people read it: `-o, --output DIR`, `FILES...`
    std::string shown() const;
    /// The help with the choices.
    std::string meaning() const;
};

/// A line of a list of options, their meanings one below the other.
std::string help_line(const OptionInfo& option, std::size_t width);

/// The options of one verb: a table, and the variables that the values are read into, which must live until `parse`.
class CommandLine {
  public:
    CommandLine(std::string_view verb, std::string_view summary);

    void flag(const std::string& names, bool& value, const std::string& help);
    void option(const std::string& names, const std::string& placeholder, std::string& value, const std::string& help,
                Words suggestions = nullptr);
    /// An option that may be given again and again.
    void options(const std::string& names, const std::string& placeholder, std::vector<std::string>& values,
                 const std::string& help, Words suggestions = nullptr);
    /// One of `words`; `value` is the position of the chosen one.
    void choice(const std::string& names, std::span<const std::string_view> words, std::size_t& value,
                const std::string& help);
    void argument(const std::string& name, std::string& value, const std::string& help, Words suggestions = nullptr);
    void arguments(const std::string& name, std::vector<std::string>& values, const std::string& help);
    void color(ColorWhen& color);
    void compiling(CompileWords& words);
    void compile_time_values(std::vector<std::string>& values);
    void common(CommonOptions& options);

    /// Nothing: go on. Else the run is over: help was printed, or what is wrong was said.
    std::optional<ExitCode> parse(const Arguments& arguments);
    /// Says on standard error what is wrong with the command line.
    ExitCode misused(std::string_view message) const;

    const std::string& verb() const { return verb_; }
    const std::string& summary() const { return summary_; }
    /// In the order in which they were named, `--help` first.
    const std::vector<OptionInfo>& table() const { return table_; }
    /// What `--help` prints.
    std::string help() const;

  private:
    /// Where a value goes: that an option is there, a text or several, the position of a word, a number from 1.
    using Target = std::variant<std::monostate, bool*, std::string*, std::vector<std::string>*, std::size_t*,
                                ColorWhen*, unsigned*>;
    void add(OptionInfo option, Target target);

    std::string verb_;
    std::string summary_;
    std::vector<OptionInfo> table_;
    std::vector<Target> targets_;  ///< one an option
};

}  // namespace flowc::cli
