#include "lint/speech/engine.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"
#include "speech/voices.hpp"

namespace flowc::rules {

const RuleInfo voice_without_engine{"voice-without-engine",
                                    Category::speech,
                                    Severity::warning,
                                    "a voice is asked to speak by an engine that it, or Amazon Polly, does not have",
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

std::string text_of_engines(const speech::Voice& voice) {
    return rules::text({"write ", rules::listed(voice.engines, "or")});
}

}  // namespace

void check_voice_without_engine(const Lint& lint) {
    for (const auto& [action, info, node] : lint.values) {
        if (info->speech != SpeechSetting::voice) continue;
        const auto name = rules::literal(node);
        const speech::Voice* voice = name ? speech::find_voice(*name) : nullptr;
        if (!voice) continue;
        const Engine engine = engine_of(lint.flow, *action);
        // Of a compiled flow it is said where the word is read.
        if (engine.given && !engine.name.empty() && engine.known && !lint.compiled()) {
            const auto& known = *engine.known;
            // A word with a colon names a kind of its own, of which others may come.
            if (!has_engine(speech::voice_list().engines, engine.name) && !has_engine(known.values, engine.name) &&
                engine.name.find(':') == std::string_view::npos) {
                const std::string_view near = nearest(engine.name, known.values);
                lint.report(
                    *action, rules::voice_without_engine, engine.given.span(),
                    rules::text({"no engine is called ", quote(engine.name), " in Amazon Polly's list of ",
                                 speech::voice_list().date, "; ",
                                 near.empty() ? text_of_engines(*voice) : "did you mean " + quote(near) + "?"}));
                continue;
            }
        }
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
