#include "command.hpp"
#include "completion.hpp"

namespace manual_gen {

namespace {

std::string quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    return out + "'";
}

/// ` -f -a '…'`: what a value may be, names of files not among it.
std::string value(const flowc::cli::OptionInfo& option) {
    switch (value_of(option)) {
        case Value::word: return " -f -a " + quoted(words_of(option));
        case Value::word_and_file: return " -F -a " + quoted(words_of(option));
        case Value::folder: return " -f -a '(__fish_complete_directories)'";
        case Value::file: return " -F";
        case Value::none:
        case Value::anything: break;
    }
    return " -f";
}

std::string line(const std::string& where, const flowc::cli::OptionInfo& option) {
    std::string text = "complete -c flowc -n '" + where + "'";
    if (option.is_argument()) return text + value(option) + "\n";
    for (const std::string& name : names_of(option))
        text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    if (value_of(option) != Value::none) text += " -r" + value(option);
    return text + " -d " + quoted(option.help) + "\n";
}

}  // namespace

std::string fish_completion(std::span<const DescribedVerb> verbs) {
    std::string text = R"(# Completion of flowc for fish.

complete -c flowc -f
)";
    for (const flowc::cli::OptionInfo& option : flowc::cli::options_instead_of_a_verb())
        text += line("__fish_use_subcommand", option);
    for (const DescribedVerb& verb : verbs)
        text += "complete -c flowc -n __fish_use_subcommand -a " + std::string(verb.name) + " -d " +
                quoted(verb.summary) + "\n";
    for (const DescribedVerb& verb : verbs) {
        text += "\n";
        for (const flowc::cli::OptionInfo& option : verb.table)
            text += line("__fish_seen_subcommand_from " + std::string(verb.name), option);
    }
    return text;
}

}  // namespace manual_gen
