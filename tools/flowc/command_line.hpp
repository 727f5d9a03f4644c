#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exit_code.hpp"
#include "terminal.hpp"

namespace flowc::cli {

using Arguments = std::vector<std::string>;

/// What every verb that works on files understands.
struct CommonOptions {
    unsigned jobs = 0;  ///< 0: one for each core
    ColorWhen color = ColorWhen::automatic;
    bool quiet = false;
};

/// The options of one verb. Values are read into the variables that were named; they must live until `parse`.
class CommandLine {
  public:
    CommandLine(std::string_view verb, std::string_view summary);
    ~CommandLine();

    void flag(const std::string& names, bool& value, const std::string& help);
    void option(const std::string& names, const std::string& placeholder, std::string& value, const std::string& help);
    /// An option that may be given again and again.
    void options(const std::string& names, const std::string& placeholder, std::vector<std::string>& values,
                 const std::string& help);
    /// One of `words`; `value` is the position of the chosen one.
    void choice(const std::string& names, std::span<const std::string_view> words, std::size_t& value,
                const std::string& help);
    void argument(const std::string& name, std::string& value, const std::string& help);
    void arguments(const std::string& name, std::vector<std::string>& values, const std::string& help);
    void color(ColorWhen& color);
    void common(CommonOptions& options);

    /// Nothing: go on. Else the run is over: help was printed, or what is wrong was said.
    std::optional<ExitCode> parse(const Arguments& arguments);
    /// Says on standard error what is wrong with the command line.
    ExitCode misused(std::string_view message) const;

  private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
};

}  // namespace flowc::cli
