#include "lint/graph/leads_to.hpp"
#include "lint/speech/heard_texts.hpp"
#include "lint/speech/languages_heard.hpp"
#include "lint/speech/prompt.hpp"
#include "speech/transfer_words.hpp"

namespace flowc::rules {

const RuleInfo promised_transfer{
    "promised-transfer",
    Category::routing,
    Severity::warning,
    "callers are told that they are connected to somebody, and no way from there leads to a transfer",
    "they wait for an agent and are cut off",
    "published flows say that they transfer the caller and go on to a hang-up; AWS's reference: words transfer nobody",
    "somebody outside of the flow takes the caller over"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// The actions behind which somebody, or another flow, may take the contact over; or a menu of the department that was promised.
/// Where the type of the flow is not known its end may be that of a whisper.
ActionSet hands_over(const Lint& lint) {
    ActionSet hands = lint.with(Effect::leaves_to_queue, Effect::leaves_to_flow, Effect::leaves_to_agent,
                                Effect::leaves_to_third_party, Effect::calls_module, Effect::returns_from_module,
                                Effect::creates_contact, Effect::waits_for_input);
    hands |= lint.by_effect.unknown();
    hands |= lint.open_ways;
    if (lint.flow.type != FlowType::unknown) return hands;
    ActionSet ends = lint.with(Effect::ends_flow);
    ends -= lint.with(Effect::disconnects);
    hands |= ends;
    return hands;
}

}  // namespace

void check_promised_transfer(const Lint& lint) {
    // Whoever waits, is greeted by a whisper, or has talked already may be connected by other means.
    if (lint.flow.is_open || (lint.flow.type != FlowType::contact_flow && lint.flow.type != FlowType::unknown)) return;
    ActionSet spoken = lint.reached_with(Effect::speaks);
    spoken -= lint.with(Effect::waits_for_time);
    if (spoken.empty()) return;
    const ActionSet leading = components_leading_to(lint, hands_over(lint));
    for (const ActionId id : spoken) {
        if (leading.has(lint.graph.component(id))) continue;
        const Action& action = lint.flow.actions[id];
        const Prompt prompt = prompt_of(lint.flow, action);
        if (!prompt.words.is_string() || !speech::may_promise_transfer(prompt.words.text())) continue;
        const auto promised = speech::promised_transfer(lint.heard.of(prompt.words), lint.languages.at(id));
        if (!promised) continue;
        lint.report(action, rules::promised_transfer,
                    lint.places_in(prompt.words).at(promised->begin, promised->end - promised->begin),
                    "callers are told that they are connected, and every way from here ends in a hang-up; "
                    "transfer them, or tell them something else");
    }
}

}  // namespace flowc::lint
