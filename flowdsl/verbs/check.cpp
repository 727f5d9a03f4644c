#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/check_subject.hpp"
#include "flowdsl/verbs/only_with.hpp"
#include "flowdsl/verbs/queue_or_agent.hpp"
#include "flowdsl/words/case_word.hpp"
#include "flowdsl/words/scalar.hpp"

namespace flowc::dsl {

namespace {

constexpr auto subject_words = [] {
    std::array<std::string_view, check_subjects.size()> words{};
    std::transform(check_subjects.begin(), check_subjects.end(), words.begin(),
                   [](const CheckSubject& subject) { return subject.words; });
    return words;
}();

/// What a case compares the live number with, as the service wants it; reports what cannot be compared.
std::optional<std::string> metric_operand(StepContext& step, const CheckSubject& subject, const CaseWord& word) {
    const auto refuse = [&](std::string message) {
        step.error(rules::bad_value, word.span, "`check: " + std::string{subject.words} + "` " + std::move(message));
        return std::nullopt;
    };
    if (subject.measure == CheckMeasure::presence) {
        if (word.op == "NumberGreaterThan" && word.operand == "0") return word.operand;
        return refuse("knows one case, `over 0`: the service says whether there is anybody, not how many");
    }
    const bool compares = word.op == "Equals" || word.op.starts_with("Number");
    if (subject.measure == CheckMeasure::count) {
        if (const auto count = parse_number(word.operand); compares && count && *count >= 0)
            return std::to_string(*count);
        return refuse("compares a number: write `5`, `under 5`, `over 5`, `at least 5` or `at most 5`");
    }
    // The console writes this age in milliseconds, whatever its name says.
    if (const auto age = parse_duration(word.operand); compares && age && *age >= 0) return std::to_string(*age * 1000);
    if (compares && parse_number(word.operand))
        return refuse("compares a duration and " + quote(word.operand) + " has no unit; write `" + word.operand +
                      "s` or `" + word.operand + "m`");
    return refuse("compares a duration: write `under 5m`, `over 5m`, `at least 5m` or `at most 5m`");
}

/// Remembers the cases that were written; reports one that stands there twice.
class SeenCases {
  public:
    bool add(StepContext& step, std::string what, Span span) {
        const auto [first, is_new] = seen_.emplace(std::move(what), span);
        if (!is_new)
            step.error(rules::duplicate_case, span,
                       "this case stands here twice, and only the first can ever be taken; remove one")
                .labels.push_back({first->second, "the first one"});
        return is_new;
    }

  private:
    std::map<std::string, Span> seen_;
};

/// Whether there are cases to read; reports a map without any.
bool read_cases(StepContext& step, const CheckSubject& subject) {
    const Node cases = step.option("cases");
    if (!cases || !step.read_map(cases, "cases", {})) return false;
    if (cases.size() != 0) return true;
    step.error(rules::missing_option, cases.span(),
               "`check: " + std::string{subject.words} + "` needs at least one case");
    return false;
}

void check_metric(StepContext& step, const CheckSubject& subject) {
    only_with(step, "check: segment", {"name", "by"});
    ActionDraft& check = step.action(ActionType::CheckMetricData);
    {
        Parameters parameters = step.parameters(check);
        parameters.literal("MetricType", subject.parameter, step.value().span());
        write_queue_or_agent(step, parameters, step.option("of"), "of");
    }
    if (read_cases(step, subject)) {
        SeenCases seen;
        for (const auto [key, value] : step.option("cases").entries()) {
            const Label target = step.read_target(value, key.text());
            for (const CaseWord& word : read_case(key, true)) {
                const auto operand = metric_operand(step, subject, word);
                if (operand && seen.add(step, word.op + ' ' + *operand, word.span))
                    step.condition(check, word.op, *operand, target, word.span);
            }
        }
    }
    const Label otherwise = step.target("else", step.next());
    step.error_branch(check, "NoMatchingCondition", otherwise);
    step.error_branch(check, "NoMatchingError", step.on_error(otherwise));
}

void write_question(StepContext& step, const CheckSubject& subject, ActionDraft& check) {
    if (subject.type == ActionType::CheckVoiceId)
        step.parameters(check).literal("CheckVoiceIdOption", subject.parameter, step.value().span());
    if (subject.type != ActionType::CheckSegmentMembershipForCustomerProfile) return;
    Parameters parameters = step.parameters(check);
    Parameters request = parameters.object("ProfileRequestData", step.value().span());
    const std::array<std::pair<std::string_view, std::string_view>, 2> fields{
        {{"by", "ProfileId"}, {"name", "SegmentName"}}};
    for (const auto& [option, key] : fields) {
        const Node node = step.option(option);
        if (!node)
            step.error(rules::missing_option, step.span(),
                       "`check: segment` needs `name`, the segment's, and `by`, the profile's id");
        if (const auto text = step.read_text(node, option)) request.text(key, *text, node.span());
    }
}

/// The service wants a branch for each of its answers: those without a case go to `else`.
void check_answer(StepContext& step, const CheckSubject& subject) {
    only_with(step, "check: contacts in queue", {"of"});
    const bool segment = subject.type == ActionType::CheckSegmentMembershipForCustomerProfile;
    if (!segment) only_with(step, "check: segment", {"name", "by"});
    ActionDraft& check = step.action(subject.type);
    write_question(step, subject, check);

    const std::span<const std::string_view> known = answers_to(subject);
    SeenCases seen;
    std::vector<std::string_view> written;
    if (read_cases(step, subject))
        for (const auto [key, value] : step.option("cases").entries()) {
            const Label target = step.read_target(value, key.text());
            for (const CaseWord& word : read_case(key, false)) {
                const auto answer = std::find(known.begin(), known.end(), word.operand);
                if (answer == known.end()) {
                    const std::string_view near = nearest(word.operand, known);
                    step.error(rules::bad_value, word.span,
                               "`check: " + std::string{subject.words} + "` never answers " + quote(word.operand) +
                                   "; " +
                                   (near.empty() ? "it answers " + list(known, "or")
                                                 : "did you mean `" + std::string{near} + "`?"));
                } else if (seen.add(step, word.operand, word.span)) {
                    written.push_back(*answer);
                    step.condition(check, "Equals", *answer, target, word.span);
                }
            }
        }
    const Label otherwise = step.target("else", step.next());
    for (const std::string_view answer : known)
        if (std::find(written.begin(), written.end(), answer) == written.end())
            step.condition(check, "Equals", answer, otherwise);
    if (segment) step.leads_to(check, otherwise);
    step.error_branch(check, "NoMatchingError", step.on_error(otherwise));
}

}  // namespace

std::span<const std::string_view> answers_to(const CheckSubject& subject) {
    std::span<const std::string_view> words;
    for (const ConditionSet& set : info(subject.type).conditions.sets) {
        const bool applies = std::all_of(set.when.begin(), set.when.end(),
                                         [&](const Term& term) { return term.value == subject.parameter; });
        if (!applies) continue;
        if (!set.operands.empty()) words = set.operands;
        if (!set.exactly.empty()) words = set.exactly;
    }
    return words;
}

static void lower(StepContext& step) {
    const auto words = step.read_word(step.value(), "check", subject_words);
    const auto subject = std::find_if(check_subjects.begin(), check_subjects.end(),
                                      [&](const CheckSubject& one) { return words && one.words == *words; });
    if (subject == check_subjects.end()) {
        for (const auto [key, value] : step.option("cases").entries()) step.read_target(value, key.text());
        step.target("else", step.next());
    } else if (subject->measure == CheckMeasure::none) {
        check_answer(step, *subject);
    } else {
        check_metric(step, *subject);
    }
}

static constexpr ActionType types[] = {ActionType::CheckMetricData, ActionType::CheckOutboundCallStatus,
                                       ActionType::CheckSegmentMembershipForCustomerProfile, ActionType::CheckVoiceId};
static constexpr OptionInfo options[] = {
    {.name = "of",
     .kind = OptionKind::any,
     .summary = "numbers: the queue that is meant, or `{agent: name}`; without it the contact's own",
     .resource = ResourceKind::queue},
    {.name = "name", .kind = OptionKind::text, .summary = "segment: its identifier"},
    {.name = "by", .kind = OptionKind::text, .summary = "segment: the id of the customer's profile"},
    {.name = "cases",
     .kind = OptionKind::map,
     .summary =
         "`over 0` for agents, numbers for contacts, durations for the oldest contact, else the service's own words",
     .required = true},
    {.name = "else",
     .kind = OptionKind::target,
     .default_value = "next",
     .summary = "where the contact goes when no case fits, and when nothing could be read"},
};

extern const VerbInfo verb_check;
const VerbInfo verb_check{
    .name = "check",
    .section = "Decide",
    .summary = "goes different ways by how busy a queue is, who works, or what the service found out about the call",
    .value = OptionKind::word,
    .options = options,
    .failure = Failure::own,
    .types = types,
    .example = "check: contacts in queue",
    .lower = lower,
};

}  // namespace flowc::dsl
