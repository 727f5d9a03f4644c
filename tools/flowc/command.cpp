#include "command.hpp"

#include <array>
#include <exception>
#include <new>

#include "flowc/version.hpp"
#include "nearest_name.hpp"
#include "output/output.hpp"

namespace flowc::cli {

namespace {

constexpr std::array<Verb, 7> all_verbs{{
    {"compile", "compile *.flow.yaml to flow JSON", compile_command},
    {"lint", "check *.flow.yaml and flow JSON, and write nothing", lint_command},
    {"explain", "tell all that is known of a verb, a topic, an action type or a rule", explain_command},
    {"decode-error", "tell what the service means that has refused a flow, and where", decode_error_command},
    {"rules", "list every rule", rules_command},
    {"schema", "print the JSON Schema of flows or of the language", schema_command},
    {"init", "write a first flow, its environment and its project file", init_command},
}};

std::string help() {
    std::string text =
        "A compiler and linter for Amazon Connect flows.\n"
        "\n"
        "Usage: flowc VERB [OPTIONS]\n"
        "       flowc help VERB\n"
        "\n"
        "Verbs:\n";
    for (const Verb& verb : all_verbs) {
        text.append("  ").append(verb.name).append(14 - verb.name.size(), ' ').append(verb.summary).append("\n");
    }
    text += "\nOptions:\n";
    for (const OptionInfo& option : options_instead_of_a_verb()) text += help_line(option, 13);
    text += "\nExit status:\n";
    for (const ExitCodeInfo& info : exit_codes)
        text.append("  ").append(info.digit).append("  ").append(info.meaning).append("\n");
    return text +
           "\n`flowc VERB --help` tells what a verb understands, the files that it reads, and what it ends with.\n";
}

ExitCode print(std::string_view text) {
    ExitCode code = ExitCode::ok;
    Output out(posix::Stream::output);
    out << text;
    out.flush(code);
    return code;
}

ExitCode complain(ExitCode code, std::string_view text) {
    Output err(posix::Stream::error);
    err << text;
    err.flush(code);
    return code;
}

ExitCode unknown_verb(const std::string& word) {
    if (word.size() > 1 && word[0] == '-') {
        return complain(ExitCode::usage,
                        "flowc: options stand behind the verb, not `" + word + "` before it; see `flowc --help`\n");
    }
    if (word.find_first_of("./") != std::string::npos)
        return complain(ExitCode::usage, "flowc: a verb stands before `" + word + "`; write `flowc lint " + word +
                                             "` to check it; see `flowc --help`\n");
    std::vector<std::string_view> names;
    for (const Verb& verb : all_verbs) names.push_back(verb.name);
    return complain(ExitCode::usage,
                    "flowc: unknown verb `" + word + "`" + did_you_mean(word, names) + "; see `flowc --help`\n");
}

ExitCode run_verb(const std::string& name, const Arguments& arguments) {
    for (const Verb& verb : all_verbs)
        if (name == verb.name) return verb.run(arguments);
    return unknown_verb(name);
}

/// `flowc help`, with a verb or without.
ExitCode print_help(const Arguments& words) {
    if (words.empty() || words.front() == "help") return print(help());
    if (words.size() > 1) return complain(ExitCode::usage, "flowc: `help` takes one verb; see `flowc --help`\n");
    return run_verb(words.front(), {"--help"});
}

ExitCode dispatch(const Arguments& arguments) {
    if (arguments.empty()) return complain(ExitCode::usage, help());
    const std::string& first = arguments.front();
    if (first == "--version" || first == "-V") return print("flowc " + std::string(version()) + "\n");
    if (first == "--help" || first == "-h") return print(help());
    if (first == "help") return print_help({arguments.begin() + 1, arguments.end()});
    return run_verb(first, {arguments.begin() + 1, arguments.end()});
}

}  // namespace

std::span<const Verb> verbs() { return all_verbs; }

std::vector<OptionInfo> options_instead_of_a_verb() {
    return {{"-h,--help", "", "print this, or behind a verb what the verb understands"},
            {"-V,--version", "", "print the version"}};
}

ExitCode run_command(const Arguments& arguments) {
    posix::survive_failed_writes();
    try {
        return dispatch(arguments);
    } catch (const std::bad_alloc&) {
        return complain(ExitCode::internal, "flowc: out of memory\n");
    } catch (const std::exception& error) {
        return complain(ExitCode::internal, "flowc: internal error: " + std::string(error.what()) +
                                                "; please report it, with the input that caused it\n");
    } catch (...) {
        return complain(ExitCode::internal, "flowc: internal error; please report it, with the input that caused it\n");
    }
}

}  // namespace flowc::cli
