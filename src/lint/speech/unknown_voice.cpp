#include "lint/lint.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"
#include "source/ascii.hpp"
#include "speech/voices.hpp"

namespace flowc::rules {

const RuleInfo unknown_voice{"unknown-voice",
                             Category::speech,
                             Severity::warning,
                             "a voice that Amazon Polly's list does not have",
                             "the service takes the flow, and setting the voice fails in the call: what follows is "
                             "spoken by the voice before, or "
                             "the caller goes the way of the error",
                             "AWS's list of Polly's voices; published experiments with the service: a voice is not "
                             "checked when a flow is created",
                             "the voice is newer than the list, or a brand's own"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// Whether the action asks for an engine whose voices the list does not hold.
bool asks_other_engine(const Lint& lint, const Action& action) {
    for (const ParameterInfo& parameter : lint.row(action)->parameters) {
        if (parameter.speech != SpeechSetting::engine) continue;
        const Node given = lint.parameters(action).find(parameter.name);
        if (!given) return false;
        const auto engine = rules::literal(given);
        const auto& engines = speech::voice_list().engines;
        return !engine || std::none_of(engines.begin(), engines.end(),
                                       [&](std::string_view one) { return same_word(one, *engine); });
    }
    return false;
}

std::string_view nearest_voice(std::string_view name) {
    std::vector<std::string_view> names;
    for (const speech::Voice& voice : speech::voice_list().voices) names.push_back(voice.name);
    return nearest(name, names);
}

}  // namespace

void check_unknown_voice(const Lint& lint) {
    for (const auto& [action, info, node] : lint.values) {
        if (info->speech != SpeechSetting::voice) continue;
        const auto name = rules::literal(node);
        if (!name || speech::find_voice(*name) || asks_other_engine(lint, *action)) continue;
        const std::string_view near = nearest_voice(*name);
        lint.report(
            *action, rules::unknown_voice, node.span(),
            rules::text({"no voice is called ", quote(*name), " in Amazon Polly's list of ", speech::voice_list().date,
                         "; ",
                         near.empty() ? std::string("write one of its names") : "did you mean " + quote(near) + "?"}));
    }
}

}  // namespace flowc::lint
