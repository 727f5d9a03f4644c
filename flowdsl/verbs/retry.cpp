#include "flowdsl/verbs/retry.hpp"

#include "flowdsl/lowering/flow_lowering.hpp"

namespace flowc::dsl {

/// `repeat` is never counted, so where nobody chose it, it would ask for ever.
static void refuse_repeat(StepContext& step, Node target, std::string_view option) {
    const Node word = target.is_sequence() && target.size() == 1 ? *target.items().begin() : target;
    // In an argument it means another step, and is refused as such.
    const auto means = [&] {
        return step.flow().scope_of(word, step.scope(), step.self(), step.next(), &step.verb()).owner;
    };
    if (word.is_scalar() && word.text() == "repeat" && means() == &step.verb())
        step.error(rules::wrong_target, word.span(),
                   "`repeat` is never counted, so as `" + std::string{option} +
                       "` it asks for ever; let `tries` count, and write where the caller goes in the end");
}

Label read_give_up(StepContext& step, Label fallback) {
    const Node target = step.option("give_up");
    if (!target) return fallback;
    refuse_repeat(step, target, "give_up");
    return step.read_target(target, "give-up", false, "give_up");
}

void add_message(StepContext& step, std::string_view suffix, Label label, const Message& message, Label next) {
    ActionDraft& say = step.action(ActionType::MessageParticipant, suffix, label);
    step.parameters(say).message(message);
    step.leads_to(say, next);
    const FlowType type = step.flow_type();
    const bool whisper =
        type == FlowType::customer_whisper || type == FlowType::agent_whisper || type == FlowType::outbound_whisper;
    if (!whisper) step.error_branch(say, "NoMatchingError", next, message.span);
}

Retry::Retry(StepContext& step, Label give_up, Check check)
    : step_(step), give_up_(give_up), tries_(step.number("tries").value_or(1)) {
    read(invalid_, Check::fixed);
    read(silent_, check);
}

void Retry::read(Case& answer, Check check) {
    const Node node = step_.option(answer.name);
    if (!node) return;
    const Node say = node.find("say");
    const Node then = node.find("then");
    const Node off = node.find("check");
    if (!say && !then && !off) {
        answer.message = step_.read_message(node);
        return;
    }
    if (off && check == Check::fixed) {
        step_.error(rules::unknown_option, node.find_key("check").span(),
                    "`" + std::string{answer.name} + "` of `" + std::string{step_.verb().name} +
                        "` has no `check`: only `ask` can leave the test for silence out; remove it");
        return;
    }
    static constexpr std::string_view keys[] = {"say", "then", "check"};
    const std::span<const std::string_view> known{keys};
    step_.read_map(node, answer.name, check == Check::optional ? known : known.first(2));
    if (off && check == Check::optional) {
        checks_silence_ = step_.read_switch(off, "check").value_or(true);
        if (!checks_silence_ && (say || then)) {
            step_.error(
                rules::conflicting_options, node.find_key("check").span(),
                "with `check: off` silence is never noticed, so `say` and `then` never run; remove one or the other");
            return;
        }
        if (!say && !then) return;
    }
    if (say) answer.message = step_.read_message(say);
    if (then) {
        refuse_repeat(step_, then, answer.name);
        answer.then = step_.read_target(then, answer.name);
    } else if (say) {
        step_.error(rules::missing_option, node.find_key("say").span(),
                    "`" + std::string{answer.name} +
                        "` has `say` and no `then`; write the message alone to ask again, or add `then`");
    }
}

Label Retry::after(const Case& answer) {
    if (answer.then != unset) return answer.then;
    if (tries_ <= 1) return give_up_;
    if (loop_ == unset) loop_ = step_.label(step_.option("tries").span());
    return loop_;
}

Label Retry::entry(Case& answer) {
    if (answer.first == unset) answer.first = answer.message ? step_.label(answer.message.span) : after(answer);
    return answer.first;
}

void Retry::add_message(const Case& answer) {
    if (answer.first == unset || !answer.message) return;
    dsl::add_message(step_, answer.name, answer.first, answer.message, after(answer));
}

void Retry::add_actions() {
    add_message(invalid_);
    add_message(silent_);
    const Node tries = step_.option("tries");
    if (loop_ == unset) {
        if (tries && tries_ > 1)
            step_.error(rules::conflicting_options, tries.span(),
                        "`tries` counts nothing: no wrong or missing answer leads back to the question; remove it");
        return;
    }
    const Span span = step_.place("tries");
    ActionDraft& loop = step_.action(ActionType::Loop, "retry", loop_);
    step_.parameters(loop).number("LoopCount", tries_ - 1, span);
    step_.condition(loop, "Equals", "ContinueLooping", step_.self(), span);
    step_.condition(loop, "Equals", "DoneLooping", give_up_, span);
}

}  // namespace flowc::dsl
