#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

#include "command_line.hpp"
#include "nearest_name.hpp"
#include "output/output.hpp"

namespace flowc::cli {

namespace {

std::string lower_first(std::string text) {
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

std::string unexpected(const std::string& word, const CLI::App& app) {
    if (word.size() < 2 || word[0] != '-') return "unexpected argument `" + word + "`";
    std::vector<std::string> known;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
    }
    const std::string name = word.substr(0, word.find('='));
    return "unknown option `" + name + "`" +
           did_you_mean(name, std::vector<std::string_view>(known.begin(), known.end()));
}

/// Gives a word that was read to its variable; the result says what is wrong with it.
struct Take {
    const OptionInfo& option;
    const std::string& word;

    std::string operator()(auto*) const { return {}; }  // the parser has written it
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(std::size_t* position) const {
        const auto found = std::find(option.choices.begin(), option.choices.end(), word);
        if (found == option.choices.end())
            return "`" + option.names + "` knows no `" + word + "`; write " + one_of(option.choices);
        *position = static_cast<std::size_t>(found - option.choices.begin());
        return {};
    }
    std::string operator()(ColorWhen* color) const {
        std::size_t position = 0;
        std::string fault = (*this)(&position);
        if (fault.empty()) *color = static_cast<ColorWhen>(position);
        return fault;
    }
    std::string operator()(unsigned* number) const {
        const char* const end = word.data() + word.size();
        const auto [last, error] = std::from_chars(word.data(), end, *number);
        if (error == std::errc{} && last == end && *number > 0 && *number <= 1024) return {};
        return "`" + option.names + "` takes a number from 1 to 1024, not `" + word + "`";
    }
};

}  // namespace

std::optional<ExitCode> CommandLine::parse(const Arguments& arguments) {
    CLI::App app;
    app.allow_extras();
    app.set_help_flag();
    std::vector<std::string> words(table_.size());          // of options whose value is more than a text
    std::vector<const CLI::Option*> valued(table_.size());  // what takes a value
    for (std::size_t i = 0; i < table_.size(); ++i) {
        const std::string& names = table_[i].names;
        if (std::holds_alternative<std::monostate>(targets_[i])) app.set_help_flag(names);
        else if (bool** flag = std::get_if<bool*>(&targets_[i])) app.add_flag(names, **flag);
        else if (std::string** text = std::get_if<std::string*>(&targets_[i]))
            valued[i] = app.add_option(names, **text);
        else if (auto** texts = std::get_if<std::vector<std::string>*>(&targets_[i])) {
            CLI::Option* option = app.add_option(names, **texts);
            valued[i] = option;
            if (!table_[i].is_argument()) option->expected(1)->take_all()->allow_extra_args(false);
        } else valued[i] = app.add_option(names, words[i]);
    }
    try {
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::CallForHelp&) {
        ExitCode code = ExitCode::ok;
        Output out(posix::Stream::output);
        out << help();
        out.flush(code);
        return code;
    } catch (const CLI::ArgumentMismatch& error) {
        const std::string what = error.what();
        return misused("`" + what.substr(0, what.find(':')) + "` takes one value");
    } catch (const CLI::ParseError& error) {
        return misused(lower_first(error.what()));
    }
    bool options_ended = false;
    for (const std::string& word : app.remaining()) {
        if (options_ended) return misused("unexpected argument `" + word + "`");
        options_ended = word == "--";
        if (!options_ended) return misused(unexpected(word, app));
    }
    for (std::size_t i = 0; i < table_.size(); ++i) {
        // Such as a variable of a script that nobody has set.
        if (valued[i] && std::any_of(valued[i]->results().begin(), valued[i]->results().end(),
                                     [](const std::string& word) { return word.empty(); }))
            return misused("`" + table_[i].names + "` is given an empty text; write a value, or leave " +
                           (table_[i].is_argument() ? "it" : "the option") + " out");
        if (words[i].empty()) continue;
        const std::string fault = std::visit(Take{table_[i], words[i]}, targets_[i]);
        if (!fault.empty()) return misused(fault);
    }
    return std::nullopt;
}

}  // namespace flowc::cli
