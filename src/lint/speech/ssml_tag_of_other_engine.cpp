#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "lint/set_on_ways.hpp"
#include "lint/speech/engine.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"
#include "source/ascii.hpp"
#include "speech/voices.hpp"

namespace flowc::rules {

const RuleInfo ssml_tag_of_other_engine{
    "ssml-tag-of-other-engine",
    Category::speech,
    Severity::warning,
    "speech markup has a tag that the engine of its voice does not have",
    "the prompt fails in the call, or is spoken as if the tag was not there",
    "AWS's list of Polly's SSML tags says for each which engines have it, and that one which an engine lacks is an "
    "error",
    "the engine has got the tag since the list was read, or the voice is set elsewhere while the flow runs"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// What speaks at an action; no voice: nobody knows before the call.
struct Speaker {
    const speech::Voice* voice = nullptr;
    std::string_view engine{};
    Span set_at{};

    /// Two voices of one engine have the same tags.
    bool operator==(const Speaker& other) const { return engine == other.engine; }
};

/// What an action lets speak behind it; nothing: it leaves that as it is.
std::optional<Speaker> speaker_set_by(const Lint& lint, const Action& action) {
    const ActionInfo* row = lint.row(action);
    if (row && !row->has(Effect::sets_voice) && !row->has(Effect::calls_module)) return std::nullopt;
    if (!row || !row->has(Effect::sets_voice)) return Speaker();
    const Engine asked = engine_of(lint.flow, action);
    for (const ParameterInfo& parameter : row->parameters) {
        if (parameter.speech != SpeechSetting::voice) continue;
        const Node node = lint.parameters(action).find(parameter.name);
        const auto name = node ? rules::literal(node) : std::nullopt;
        const speech::Voice* voice = name ? speech::find_voice(*name) : nullptr;
        if (!voice) break;
        // Of a voice that lacks the engine another rule speaks: it is never set.
        for (const std::string_view engine : voice->engines)
            if (same_word(engine, asked.name))
                return Speaker{voice, engine, asked.given ? asked.given.span() : node.span()};
    }
    return Speaker();
}

/// The tag that an attribute makes of it, where that is one that not every engine has.
const speech::EngineTag* find_tag(const speech::SsmlAttribute& written) {
    for (const speech::EngineTag& tag : speech::voice_list().tags)
        if (tag.tag == written.tag && tag.attribute == written.name &&
            (tag.value.empty() || tag.value == written.value))
            return &tag;
    return nullptr;
}

std::string advice(const speech::EngineTag& tag, const speech::Voice& voice) {
    std::vector<std::string_view> both;
    std::copy_if(tag.engines.begin(), tag.engines.end(), std::back_inserter(both),
                 [&](std::string_view engine) { return has_engine(voice.engines, engine); });
    if (!both.empty()) return rules::text({"remove it, or ask for ", rules::listed(both, "or")});
    return rules::text({"remove it, or set a voice that has ", rules::listed(tag.engines, "or")});
}

}  // namespace

void check_ssml_tag_of_other_engine(const Lint& lint) {
    const auto is_markup = [](const Value& value) {
        return value.info->kind == ParameterKind::ssml && value.node.is_string();
    };
    if (!lint.whole || std::none_of(lint.values.begin(), lint.values.end(), is_markup)) return;
    const std::vector<Speaker> speakers =
        set_on_ways<Speaker>(lint.flow, lint.graph, [&](const Action& action) { return speaker_set_by(lint, action); });
    for (const Value& value : lint.values) {
        const Speaker& speaker = speakers[lint.id_of(*value.action)];
        if (!speaker.voice || !is_markup(value)) continue;
        std::set<const speech::EngineTag*> told;
        TextPlaces places = lint.places_in(value.node);
        speech::read_attributes(value.node.text(), [&](const speech::SsmlAttribute& written) {
            const speech::EngineTag* tag = find_tag(written);
            if (!tag || has_engine(tag->engines, speaker.engine) || !told.insert(tag).second) return;
            const std::string shown = "<" + std::string(tag->tag) + " " + std::string(tag->attribute) +
                                      (tag->value.empty() ? "" : "=\"" + std::string(tag->value) + "\"") + ">";
            Diagnostic& finding = lint.report(
                *value.action, rules::ssml_tag_of_other_engine, places.at(written.begin, written.end - written.begin),
                rules::text({"the voice speaks by the engine ", rules::quote(speaker.engine), ", which has no ",
                             rules::quote(shown), "; ", advice(*tag, *speaker.voice)}));
            finding.labels.push_back({speaker.set_at, "the voice is set here"});
        });
    }
}

}  // namespace flowc::lint
