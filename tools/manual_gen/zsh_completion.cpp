#include "command.hpp"
#include "completion.hpp"

namespace manual_gen {

namespace {

/// A text inside single quotes and brackets, or between colons.
std::string quoted(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\'') {
            out += "'\\''";
        } else {
            if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
            out += c;
        }
    }
    return out;
}

/// `:message:action` of a specification.
std::string value(const flowc::cli::OptionInfo& option) {
    const std::string message = ":" + quoted(option.is_argument() ? option.names : option.placeholder) + ":";
    switch (value_of(option)) {
        case Value::none: return {};
        case Value::file: return message + "_files";
        case Value::folder: return message + "_path_files -/";
        case Value::word_and_file:
            return message + "{compset -P \"*=\" && _files || compadd -S \"\" -- " + words_of(option) + "}";
        case Value::word: return message + "(" + words_of(option) + ")";
        case Value::anything: break;
    }
    return message;
}

std::string specification(const flowc::cli::OptionInfo& option) {
    if (option.is_argument()) return "'" + std::string(option.repeats ? "*" : "") + value(option) + "'";
    const bool takes_value = value_of(option) != Value::none;
    const std::string rest = "[" + quoted(option.help) + "]" + value(option) + "'";
    std::string names;
    for (const std::string& name : names_of(option))
        names += (names.empty() ? "" : ",") + name + (takes_value && name.starts_with("--") ? "=" : "");
    if (names.find(',') == std::string::npos) return "'" + std::string(option.repeats ? "*" : "") + names + rest;
    std::string others = names_of(option)[0] + " " + names_of(option)[1];
    return "'" + (option.repeats ? "*" : "(" + others + ")") + "'{" + names + "}'" + rest;
}

}  // namespace

std::string zsh_completion(std::span<const DescribedVerb> verbs) {
    std::string text = R"(#compdef flowc
# Completion of flowc for zsh.

_flowc() {
    local curcontext=$curcontext state line
    local -a verbs=(
)";
    for (const DescribedVerb& verb : verbs)
        text += "        '" + std::string(verb.name) + ":" + quoted(verb.summary) + "'\n";
    text += "    )\n    _arguments -C";
    for (const flowc::cli::OptionInfo& option : flowc::cli::options_instead_of_a_verb())
        text += " " + specification(option);
    text += R"( '1: :->verb' '*:: :->rest'
    case $state in
        verb) _describe verb verbs ;;
        rest)
            case $words[1] in
)";
    for (const DescribedVerb& verb : verbs) {
        text += "                " + std::string(verb.name) + ")\n                    _arguments";
        for (const flowc::cli::OptionInfo& option : verb.table)
            text += " \\\n                        " + specification(option);
        text += "\n                    ;;\n";
    }
    return text + R"(            esac
            ;;
    esac
}

_flowc "$@"
)";
}

}  // namespace manual_gen
