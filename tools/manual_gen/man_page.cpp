#include "man_page.hpp"

#include "command.hpp"
#include "verb_page.hpp"

namespace manual_gen {

namespace {

/// As roff reads it; what stands between backticks is bold.
std::string roff(std::string_view text) {
    std::string out;
    bool bold = false;
    for (const char c : text) {
        if (c == '`') {
            bold = !bold;
            out += bold ? "\\fB" : "\\fR";
        } else if (c == '\\') {
            out += "\\e";
        } else if (c == '-') {
            out += "\\-";
        } else if (c == '\'') {
            out += "\\(aq";
        } else {
            if (c == '.' && out.empty()) out += "\\&";
            out += c;
        }
    }
    return out;
}

std::string bold(std::string_view text) { return "\\fB" + roff(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + roff(text) + "\\fR"; }

std::string upper(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return out;
}

std::string head(const std::string& name, const std::string& version, std::string_view summary) {
    return ".TH " + roff(upper(name)) + " 1 \"\" \"flowc " + version + "\" \"flowc\"\n.SH NAME\n" + roff(name) +
           " \\- " + roff(summary) + "\n";
}

std::string entry(const std::string& term, const std::string& text) { return ".TP\n" + term + "\n" + text + "\n"; }

std::string entry(const flowc::cli::OptionInfo& option) {
    std::string term;
    for (std::size_t at = 0; at != std::string::npos;) {
        const std::size_t comma = option.names.find(',', at);
        const std::string name = option.names.substr(at, comma - at);
        term += (term.empty() ? "" : ", ") + (option.is_argument() ? italic(name) : bold(name));
        at = comma == std::string::npos ? comma : comma + 1;
    }
    if (!option.placeholder.empty()) term += " " + italic(option.placeholder);
    if (option.is_argument() && option.repeats) term += "...";
    return entry(term, roff(option.meaning()));
}

std::string exit_status() {
    std::string text = ".SH EXIT STATUS\n";
    for (const flowc::cli::ExitCodeInfo& info : flowc::cli::exit_codes)
        text += entry(std::string(info.digit), roff(info.meaning));
    return text;
}

std::string section(const flowc::cli::PageSection& section) {
    std::string text = ".SH " + upper(section.title) + "\n";
    for (const flowc::cli::PageEntry& each : section.entries) text += entry(bold(each.term), roff(each.meaning));
    return text;
}

}  // namespace

std::string man_page(std::span<const DescribedVerb> verbs, const std::string& version) {
    std::string text = head("flowc", version, "compile and check Amazon Connect flows");
    text += ".SH SYNOPSIS\n\\fBflowc\\fR \\fIVERB\\fR [\\fIOPTIONS\\fR]\n";
    text +=
        ".SH DESCRIPTION\nA compiler and linter for Amazon Connect flows. What is wrong is said with its place, and "
        "what to write instead. Each verb\nhas a page of its own.\n.SH VERBS\n";
    for (const DescribedVerb& verb : verbs) text += entry(bold(verb.name), roff(verb.summary));
    text += ".SH OPTIONS\n";
    for (const flowc::cli::OptionInfo& option : flowc::cli::options_instead_of_a_verb()) text += entry(option);
    text += exit_status() + ".SH SEE ALSO\n";
    for (const DescribedVerb& verb : verbs)
        text += bold("flowc-" + std::string(verb.name)) + (&verb == &verbs.back() ? "(1)\n" : "(1),\n");
    return text;
}

std::string man_page(const DescribedVerb& verb, const std::string& version) {
    std::string synopsis = "\\fBflowc " + roff(verb.name) + "\\fR [\\fIOPTIONS\\fR]";
    std::string arguments;
    std::string options;
    for (const flowc::cli::OptionInfo& option : verb.table) {
        (option.is_argument() ? arguments : options) += entry(option);
        if (option.is_argument()) synopsis += " [" + italic(option.names) + (option.repeats ? "...]" : "]");
    }
    std::string sections;
    for (const flowc::cli::PageSection& each : flowc::cli::sections_of(std::string(verb.name), verb.table))
        sections += section(each);
    return head("flowc-" + std::string(verb.name), version, verb.summary) + ".SH SYNOPSIS\n" + synopsis +
           "\n.SH DESCRIPTION\n" + roff(verb.description) + "\n" + arguments + ".SH OPTIONS\n" + options + sections +
           ".SH SEE ALSO\n\\fBflowc\\fR(1)\n";
}

}  // namespace manual_gen
