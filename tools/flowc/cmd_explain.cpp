#include "command.hpp"
#include "explain_action.hpp"
#include "flowc/diagnostic.hpp"
#include "nearest_name.hpp"
#include "output.hpp"

namespace flowc::cli {

namespace {

void explain_rule(Page& page, const RuleInfo& rule) {
    page.title(std::string(rule.id) + ": " + std::string(to_string(rule.severity)));
    page.paragraph(rule.summary);
    page.heading("Why");
    page.paragraph(rule.why, 2);
    page.heading("Evidence");
    page.paragraph(rule.evidence, 2);
}

/// What to say about a name that is neither.
std::string unknown(const std::string& name) {
    const std::string begin = "`" + name + "` is no rule and no action type";
    for (const WrongName& wrong : wrong_action_names()) {
        if (wrong.name != name) continue;
        std::string text = begin;
        if (!wrong.instead.empty()) text += "; write `" + std::string(wrong.instead) + "`";
        if (!wrong.note.empty()) text += "; " + std::string(wrong.note);
        return text;
    }
    std::vector<std::string_view> names;
    for (const ActionInfo& action : actions()) names.push_back(action.name);
    for (const RuleInfo* rule : all_rules()) names.push_back(rule->id);
    return begin + did_you_mean(name, names);
}

}  // namespace

ExitCode explain_command(const Arguments& arguments) {
    std::string name;
    ColorWhen color = ColorWhen::automatic;
    CommandLine line("explain", "Tells all that is known of a rule or an action type.");
    line.argument("NAME", name, "a rule's id, such as `unknown-parameter`, or an action type, such as `Compare`");
    line.color(color);
    if (const auto code = line.parse(arguments)) return *code;
    if (name.empty()) return line.misused("name a rule or an action type");

    Page page(use_color(color, posix::Stream::output));
    if (const RuleInfo* rule = find_rule(name)) {
        explain_rule(page, *rule);
    } else if (const ActionInfo* action = find_action(name)) {
        explain_action(page, *action);
    } else {
        return line.misused(unknown(name));
    }
    ExitCode code = ExitCode::ok;
    Output out(posix::Stream::output);
    out << page.text();
    out.flush(code);
    return code;
}

}  // namespace flowc::cli
