#include "lint/lint.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"
#include "source/ascii.hpp"
#include "speech/voices.hpp"

namespace flowc::rules {

const RuleInfo voice_without_engine{"voice-without-engine",
                                    Category::speech,
                                    Severity::warning,
                                    "a voice is asked to speak by an engine that it does not have",
                                    "the service takes the flow, and setting the voice fails in the call: what follows "
                                    "is spoken by the voice before, or "
                                    "the caller goes the way of the error",
                                    "AWS's list of Polly's voices says for each which engines it has; published "
                                    "experiments with the service: the engine "
                                    "is not checked when a flow is created",
                                    "the voice has got the engine since the list was made"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// The engine by which an action lets its voice speak.
struct Engine {
    std::string_view name;  ///< empty: known in the call only
    Node given;             ///< absent: nobody asks for one, and `name` is what the service takes then
};

Engine engine_of(const Lint& lint, const Action& action) {
    for (const ParameterInfo& parameter : lint.row(action)->parameters) {
        if (parameter.speech != SpeechSetting::engine) continue;
        const Node given = lint.parameters(action).find(parameter.name);
        return {given ? rules::literal(given).value_or(std::string_view()) : parameter.default_value, given};
    }
    return {};
}

bool has_engine(std::span<const std::string_view> engines, std::string_view name) {
    return std::any_of(engines.begin(), engines.end(), [&](std::string_view one) { return same_word(one, name); });
}

}  // namespace

void check_voice_without_engine(const Lint& lint) {
    for (const auto& [action, info, node] : lint.values) {
        if (info->speech != SpeechSetting::voice) continue;
        const auto name = rules::literal(node);
        const speech::Voice* voice = name ? speech::find_voice(*name) : nullptr;
        if (!voice) continue;
        const Engine engine = engine_of(lint, *action);
        // An engine that is none of Polly's is a value that the catalogue judges.
        if (!has_engine(speech::voice_list().engines, engine.name) || has_engine(voice->engines, engine.name)) continue;
        const std::string asked = engine.given ? "" : ", which speaks where none is asked for";
        lint.report(*action, rules::voice_without_engine, engine.given ? engine.given.span() : node.span(),
                    rules::text({"in Amazon Polly's list of ", speech::voice_list().date, " the voice ",
                                 quote(voice->name), " has no engine ", quote(engine.name), asked, "; ask for ",
                                 rules::listed(voice->engines, "or")}));
    }
}

}  // namespace flowc::lint
