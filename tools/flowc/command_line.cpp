#include "command_line.hpp"

#include <CLI/CLI.hpp>
#include <array>
#include <charconv>

#include "nearest_name.hpp"
#include "output.hpp"

namespace flowc::cli {

namespace {

constexpr std::array<std::string_view, 3> color_words{"auto", "always", "never"};

struct Choice {
    std::string name;
    std::span<const std::string_view> words;
    std::size_t* value;
    std::string word;
};

std::string lower_first(std::string text) {
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

}  // namespace

struct CommandLine::Parser {
    Parser(std::string_view verb, std::string_view summary) : app(std::string(summary), "flowc " + std::string(verb)) {
        app.allow_extras();
        app.set_help_flag("-h,--help");
        describe("-h,--help", "print this and stop");
    }

    void describe(std::string shown, const std::string& help) {
        const std::size_t comma = shown.find(',');
        if (comma != std::string::npos) shown.insert(comma + 1, " ");
        lines.push_back({std::move(shown), help});
    }

    /// Written here, so that it is the same with every release of the parser.
    std::string help() const {
        std::string text = app.get_description() + "\n\nUsage: " + app.get_name() + " [OPTIONS]";
        std::size_t width = 0;
        for (const Line& line : lines) width = std::max(width, line.shown.size());
        std::string arguments;
        std::string options;
        for (const Line& line : lines) {
            const bool is_option = line.shown.starts_with("-");
            if (!is_option) text += " [" + line.shown + "]";
            (is_option ? options : arguments)
                .append("  " + line.shown + std::string(width - line.shown.size() + 2, ' ') + line.help + "\n");
        }
        text += "\n";
        if (!arguments.empty()) text += "\n" + arguments;
        return text + "\nOptions:\n" + options;
    }

    std::string unexpected(const std::string& word) const {
        if (word.size() < 2 || word[0] != '-') return "unexpected argument `" + word + "`";
        std::vector<std::string> known;
        for (const CLI::Option* option : app.get_options()) {
            for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
        }
        const std::string name = word.substr(0, word.find('='));
        return "unknown option `" + name + "`" +
               did_you_mean(name, std::vector<std::string_view>(known.begin(), known.end()));
    }

    struct Line {
        std::string shown;
        std::string help;
    };

    CLI::App app;
    std::vector<Line> lines;
    std::vector<std::unique_ptr<Choice>> choices;
    std::string jobs;
    unsigned* jobs_value = nullptr;
    std::size_t color = 0;
    ColorWhen* color_value = nullptr;
};

CommandLine::CommandLine(std::string_view verb, std::string_view summary)
    : parser_(std::make_unique<Parser>(verb, summary)) {}
CommandLine::~CommandLine() = default;

void CommandLine::flag(const std::string& names, bool& value, const std::string& help) {
    parser_->app.add_flag(names, value);
    parser_->describe(names, help);
}

void CommandLine::option(const std::string& names, const std::string& placeholder, std::string& value,
                         const std::string& help) {
    parser_->app.add_option(names, value);
    parser_->describe(names + " " + placeholder, help);
}

void CommandLine::options(const std::string& names, const std::string& placeholder, std::vector<std::string>& values,
                          const std::string& help) {
    parser_->app.add_option(names, values)->expected(1)->take_all();
    parser_->describe(names + " " + placeholder, help);
}

void CommandLine::choice(const std::string& names, std::span<const std::string_view> words, std::size_t& value,
                         const std::string& help) {
    parser_->choices.push_back(std::make_unique<Choice>(Choice{names, words, &value, {}}));
    option(names, "WORD", parser_->choices.back()->word, help + ": " + one_of(words));
}

void CommandLine::argument(const std::string& name, std::string& value, const std::string& help) {
    parser_->app.add_option(name, value);
    parser_->describe(name, help);
}

void CommandLine::arguments(const std::string& name, std::vector<std::string>& values, const std::string& help) {
    parser_->app.add_option(name, values);
    parser_->describe(name + "...", help);
}

void CommandLine::color(ColorWhen& color) {
    parser_->color_value = &color;
    choice("--color", color_words, parser_->color, "color the output");
}

void CommandLine::common(CommonOptions& options) {
    parser_->jobs_value = &options.jobs;
    option("--jobs", "N", parser_->jobs, "work on so many files at once (default: one for each core)");
    color(options.color);
    flag("--quiet", options.quiet, "print no summary");
}

std::optional<ExitCode> CommandLine::parse(const Arguments& arguments) {
    Parser& parser = *parser_;
    try {
        parser.app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::CallForHelp&) {
        ExitCode code = ExitCode::ok;
        Output out(posix::Stream::output);
        out << parser.help();
        out.flush(code);
        return code;
    } catch (const CLI::ArgumentMismatch& error) {
        const std::string what = error.what();
        return misused("`" + what.substr(0, what.find(':')) + "` takes one value");
    } catch (const CLI::ParseError& error) {
        return misused(lower_first(error.what()));
    }
    const std::vector<std::string> extras = parser.app.remaining();
    if (!extras.empty()) return misused(parser.unexpected(extras.front()));
    for (const auto& choice : parser.choices) {
        if (choice->word.empty()) continue;
        const auto found = std::find(choice->words.begin(), choice->words.end(), choice->word);
        if (found == choice->words.end()) {
            return misused("`" + choice->name + "` knows no `" + choice->word + "`; write " + one_of(choice->words));
        }
        *choice->value = static_cast<std::size_t>(found - choice->words.begin());
    }
    if (parser.color_value) *parser.color_value = static_cast<ColorWhen>(parser.color);
    if (!parser.jobs.empty()) {
        const char* const end = parser.jobs.data() + parser.jobs.size();
        const auto [last, error] = std::from_chars(parser.jobs.data(), end, *parser.jobs_value);
        if (error != std::errc{} || last != end || *parser.jobs_value == 0 || *parser.jobs_value > 1024) {
            return misused("`--jobs` takes a number from 1 to 1024, not `" + parser.jobs + "`");
        }
    }
    return std::nullopt;
}

ExitCode CommandLine::misused(std::string_view message) const {
    const std::string& name = parser_->app.get_name();
    Output err(posix::Stream::error);
    err << name << ": " << message << "; see `" << name << " --help`\n";
    ExitCode code = ExitCode::usage;
    err.flush(code);
    return code;
}

}  // namespace flowc::cli
