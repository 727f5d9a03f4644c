#include <algorithm>
#include <iterator>
#include <utility>

#include "ir/subject.hpp"
#include "lint/channels.hpp"
#include "lint/lint.hpp"
#include "lint/safety/clear_inputs.hpp"
#include "lint/speech/heard_texts.hpp"
#include "lint/speech/languages_heard.hpp"
#include "lint/speech/markup.hpp"
#include "lint/speech/menus.hpp"

namespace flowc::lint {

namespace {

constexpr const RuleInfo* all[] = {
#define FLOWC_LINT_RULE(name, speaks_of) &rules::name,
#include "lint/lint.def"
#undef FLOWC_LINT_RULE
};

std::uint64_t effects_of_types(const Flow& flow) {
    std::uint64_t effects = 0;
    for (const Action& action : flow.actions)
        if (action.type != ActionType::unknown) effects |= info(action.type).effects;
    return effects;
}

}  // namespace

Diagnostic& Lint::report(const Action& action, const RuleInfo& rule, Span span, std::string message) const {
    return about(action, diagnostics.report(rule, span, std::move(message)));
}

Diagnostic& Lint::report(ActionId action, const RuleInfo& rule, Span span, std::string message) const {
    return report(flow.actions[action], rule, span, std::move(message));
}

bool has(const RuleInfo& rule) { return std::find(std::begin(all), std::end(all), &rule) != std::end(all); }

void run(const Flow& flow, const Analysis& graph, const LintSettings& settings, const OtherFlows& others,
         Diagnostics& diagnostics) {
    const auto is_on = [&](const RuleInfo* rule) { return settings.rules.on(*rule); };
    if (std::none_of(std::begin(all), std::end(all), is_on)) return;
    const Texts& texts = graph.texts(flow);
    const std::uint64_t of_types = effects_of_types(flow);
    const auto any = [&](Effect effect) { return ((of_types >> static_cast<unsigned>(effect)) & 1u) != 0; };
    EffectsSoFar effects(flow);
    Answers answers(flow);
    const rules::Ways ways({flow, graph, diagnostics});
    const bool whole = !ways.any_open();
    FailedLambdas failed_lambdas(flow, whole);
    WrittenAttributes written(flow);
    const std::vector<Use> uses = find_uses(flow, texts, others.sources());
    const std::vector<Value> values = find_values(flow, graph);
    const ChannelFlow channels(flow, uses);
    const LanguagesHeard languages(flow, settings.languages);
    HeardTexts heard;
    const std::vector<MarkupFault> markup = find_markup_faults(flow, texts, others.sources(), values);
    std::vector<Menu> menus;
    if (any(Effect::waits_for_input)) menus = find_menus(flow, graph);
    std::vector<ClearInput> clear_inputs;
    if (any(Effect::stores_input)) clear_inputs = find_clear_inputs(flow, graph, ways, languages, heard);
    const Lint lint{
        .flow = flow,
        .settings = settings,
        .others = others,
        .diagnostics = diagnostics,
        .graph = graph,
        .texts = texts,
        .effects = effects,
        .effects_of_types = of_types,
        .ways = ways,
        .whole = whole,
        .answers = answers,
        .failed_lambdas = failed_lambdas,
        .written = written,
        .uses = uses,
        .spaces = spaces_of(uses),
        .values = values,
        .channels = channels,
        .languages = languages,
        .heard = heard,
        .markup = markup,
        .menus = menus,
        .clear_inputs = clear_inputs,
    };
#define FLOWC_LINT_RULE(name, speaks_of) \
    if ((speaks_of) && settings.rules.on(rules::name)) check_##name(lint);
#include "lint/lint.def"
#undef FLOWC_LINT_RULE
}

}  // namespace flowc::lint
