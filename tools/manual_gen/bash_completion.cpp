#include "command.hpp"
#include "completion.hpp"

namespace manual_gen {

namespace {

constexpr const char* head =
    R"(# Completion of flowc for bash. Where nothing is said here, readline completes names of files.

_flowc() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} words=
    COMPREPLY=()
    if [[ $word == = ]]; then # --option=
        word=
    elif [[ $before == = ]]; then # --option=word
        before=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    case $((COMP_CWORD == 1)):${COMP_WORDS[1]} in
        1:*)
            compopt +o default
            words=')";

constexpr const char* tail = R"(    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}

complete -o default -F _flowc flowc
)";

std::string joined(const std::vector<std::string>& parts, const std::string& between) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : between) + part;
    return text;
}

/// What a branch does for a value of this kind.
std::string branch(const flowc::cli::OptionInfo& option) {
    switch (value_of(option)) {
        case Value::word: return "words='" + words_of(option) + "' ;;\n";
        // Behind a `=` bash begins another word, which is a file's name.
        case Value::word_and_file: return "compopt +o default -o nospace && words='" + words_of(option) + "' ;;\n";
        case Value::folder: return "compopt +o default -o dirnames && return ;;\n";
        case Value::anything: return "compopt +o default && return ;;\n";
        case Value::none:
        case Value::file: break;
    }
    return "return ;;\n";
}

std::string verb_branch(const DescribedVerb& verb) {
    std::string values;
    std::string names;
    std::string argument = "compopt +o default ;;\n";
    for (const flowc::cli::OptionInfo& option : verb.table) {
        if (option.is_argument()) {
            argument = branch(option);
            continue;
        }
        names += (names.empty() ? "" : " ") + joined(names_of(option), " ");
        if (value_of(option) != Value::none)
            values += "                " + joined(names_of(option), ":* | ") + ":*) " + branch(option);
    }
    return "        0:" + std::string(verb.name) + ")\n            case $before:$word in\n" + values +
           "                *:-*) words='" + names + "' ;;\n                *) " + argument +
           "            esac\n            ;;\n";
}

}  // namespace

std::string bash_completion(std::span<const DescribedVerb> verbs) {
    std::string text = head;
    for (const DescribedVerb& verb : verbs) text.append(verb.name).append(" ");
    std::string options;
    for (const flowc::cli::OptionInfo& option : flowc::cli::options_instead_of_a_verb())
        options += (options.empty() ? "" : " ") + joined(names_of(option), " ");
    text += options + "'\n            ;;\n";
    for (const DescribedVerb& verb : verbs) text += verb_branch(verb);
    return text + tail;
}

}  // namespace manual_gen
