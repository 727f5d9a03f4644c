#include <array>
#include <optional>
#include <vector>

#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/run_time_value.hpp"
#include "flowdsl/words/scalar.hpp"

namespace flowc::dsl {

namespace {

/// A skill that an agent must have: a value of one of the instance's predefined attributes, and how well.
struct Skill {
    Node attribute;
    Node value;
    long level;
    Span span;
};

/// One word is missing of the three: with a level it is the attribute, else the level.
void report_no_skill(StepContext& step, Node attribute, Node value) {
    const bool has_level = parse_number(value.text()).has_value();
    const std::string_view name = has_level || attribute.text().empty() ? "Language" : attribute.text();
    const std::string_view one = has_level ? attribute.text() : value.text();
    step.error(rules::bad_value, value.span().empty() ? attribute.span() : value.span(),
               "a skill is a predefined attribute, one of its values and the lowest level, such as " +
                   quote("{" + std::string{name} + ": {" + std::string{one.empty() ? "French" : one} + ": 3}}"));
}

std::vector<Skill> read_skills(StepContext& step, Node skills, std::string_view what) {
    std::vector<Skill> found;
    if (!step.read_map(skills, what, {})) return found;
    for (const auto [attribute, values] : skills.entries()) {
        if (!values.is_mapping() || values.size() == 0) {
            report_no_skill(step, attribute, values);
            continue;
        }
        for (const auto [value, level] : values.entries())
            if (const auto number = step.read_number(level, value.text(), 1, 5))
                found.push_back({attribute, value, *number, level.span()});
    }
    return found;
}

void write_skill(Parameters& expression, const Skill& skill) {
    Parameters condition = expression.object("AttributeCondition", skill.span);
    condition.text("Name", skill.attribute.text(), skill.attribute.span());
    condition.text("Value", skill.value.text(), skill.value.span());
    // A decimal, as in the one document that the service is known to have taken.
    condition.literal("ProficiencyLevel", std::to_string(skill.level) + ".0", skill.span);
    condition.literal("ComparisonOperator", "NumberGreaterOrEqualTo", skill.span);
}

void write_skills(StepContext& step, Parameters& expression, Node skills, std::string_view what) {
    const std::vector<Skill> found = read_skills(step, skills, what);
    if (skills.is_mapping() && skills.size() == 0)
        step.error(rules::bad_value, skills.span(),
                   "`" + std::string{what} + "` names no skill, such as `{Language: {French: 3}}`");
    if (found.size() == 1) return write_skill(expression, found.front());
    Parameters list = expression.list(what == "all" ? "AndExpression" : "OrExpression", skills.span());
    for (const Skill& skill : found) {
        Parameters entry = list.object({}, skill.span);
        write_skill(entry, skill);
    }
}

void write_agents(StepContext& step, Parameters& expression, Node agents) {
    Parameters condition = expression.object("AttributeCondition", agents.span());
    condition.literal("ComparisonOperator", "Match", agents.span());
    Parameters match = condition.object("MatchCriteria", agents.span());
    Parameters criteria = match.object("AgentsCriteria", agents.span());
    Parameters ids = criteria.list("AgentIds", agents.span());
    if (!step.read_list(agents, "agents")) return;
    if (agents.size() == 0) step.error(rules::bad_value, agents.span(), "`agents` names nobody");
    step.each_once(agents);
    for (const Node agent : agents.items()) ids.name({}, ResourceKind::user, agent);
}

/// Whom one step looks for; exactly one of `all`, `any` and `agents`.
void write_expression(StepContext& step, Parameters& written, Node entry) {
    static constexpr std::array<std::string_view, 3> forms{"all", "any", "agents"};
    std::optional<Entry> chosen;
    for (const std::string_view form : forms) {
        const Node key = entry.find_key(form);
        if (key && chosen)
            step.error(rules::conflicting_options, key.span(),
                       "one step looks for " + list(forms, "or") + ", and this one has two; make two steps of it");
        else if (key) chosen = Entry{key, entry.find(form)};
    }
    Parameters expression = written.object("Expression", entry.span());
    if (!chosen) {
        // Another key may be what was meant, and has been reported.
        if (entry.size() == (entry.find_key("for") ? 1u : 0u))
            step.error(rules::missing_option, entry.span().empty() ? step.span() : entry.span(),
                       "this step does not say whom it looks for; add " + list(forms, "or"));
    } else if (chosen->key.text() == "agents") {
        write_agents(step, expression, chosen->value);
    } else {
        write_skills(step, expression, chosen->value, chosen->key.text());
    }
}

void write_step(StepContext& step, Parameters& list, Node entry, bool is_last) {
    static constexpr std::array<std::string_view, 4> keys{"all", "any", "agents", "for"};
    Parameters written = list.object({}, entry.span());
    if (!entry.is_mapping()) {
        step.error(rules::bad_value, entry.span(),
                   "each of `criteria` is a map that says whom to look for, such as `{agents: [Jane]}`");
        return;
    }
    if (!step.read_map(entry, "criteria", keys)) return;
    write_expression(step, written, entry);
    const Node time = entry.find("for");
    if (!time && !is_last)
        step.error(
            rules::missing_option, entry.span(),
            "without `for` this step never ends and those after it never begin; add how long it lasts, `for: 30s`");
    if (const auto seconds = step.read_duration(time, "for", 1, 0))
        written.object("Expiry", time.span()).number("DurationInSeconds", *seconds, time.span());
}

}  // namespace

static void lower(StepContext& step) {
    const Node criteria = step.value();
    ActionDraft& routing = step.action(ActionType::UpdateContactRoutingCriteria);
    {
        Parameters parameters = step.parameters(routing);
        if (criteria.is_scalar() && is_run_time_value(criteria)) {
            parameters.text("RoutingCriteria", criteria.text(), criteria.span());
        } else if (step.read_list(criteria, "criteria")) {
            if (criteria.size() == 0)
                step.error(rules::bad_value, criteria.span(),
                           "`criteria` is empty; say whom to look for, `[{all: {Language: {French: 3}}, for: 30s}]`");
            Parameters object = parameters.object("RoutingCriteria", criteria.span());
            Parameters steps = object.list("Steps", criteria.span());
            std::size_t left = criteria.size();
            for (const Node entry : criteria.items()) write_step(step, steps, entry, --left == 0);
        }
    }
    step.leads_to(routing, step.next());
    step.error_branch(routing, "NoMatchingError", step.on_error());
}

static constexpr ActionType types[] = {ActionType::UpdateContactRoutingCriteria};

extern const VerbInfo verb_criteria;
const VerbInfo verb_criteria{
    .name = "criteria",
    .section = "Route",
    .summary = "says which agents to look for first and for how long, before others may take the contact",
    .value = OptionKind::list,
    .failure = Failure::next,
    .types = types,
    .example = "criteria: [{all: {Language: {French: 3}}, for: 30s}]",
    .lower = lower,
};

}  // namespace flowc::dsl
