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

ActionSet reached_in(const Flow& flow, const Analysis& graph) {
    ActionSet reached(flow.actions.size());
    for (ActionId id = 0; id < flow.actions.size(); ++id) reached.add_if(graph.reachable(id), id);
    return reached;
}

}  // namespace

Diagnostic& Lint::report(const Action& action, const RuleInfo& rule, Span span, std::string message) const {
    return about(action, diagnostics.report(rule, span, std::move(message)));
}

Diagnostic& Lint::report(ActionId action, const RuleInfo& rule, Span span, std::string message) const {
    return report(flow.actions[action], rule, span, std::move(message));
}

bool has(const RuleInfo& rule) { return std::find(std::begin(all), std::end(all), &rule) != std::end(all); }

bool any_on(const LintSettings& settings) {
    return std::any_of(std::begin(all), std::end(all), [&](const RuleInfo* rule) { return settings.rules.on(*rule); });
}

void run(const Flow& flow, const Analysis& graph, const rules::Ways& ways, const LintSettings& settings,
         const OtherFlows& others, Diagnostics& diagnostics) {
    const Texts& texts = graph.texts(flow);
    const ActionsByEffect by_effect(flow);
    const ActionSet reached = reached_in(flow, graph);
    EffectsSoFar effects(flow, graph);
    Answers answers(flow, graph, by_effect);
    const bool whole = !ways.any_open();
    WaysInto ways_into(flow, graph);
    FailedLambdas failed_lambdas(flow, graph, whole);
    WrittenAttributes written(flow);
    const std::vector<Use> uses = find_uses(texts);
    UsePlaces use_places(others.sources(), flow.document != no_node);
    const std::vector<Value> values = find_values(flow, graph);
    const std::vector<Value> arns = arns_among(values, texts);
    const unsigned spaces = spaces_of(uses);
    const ChannelFlow channels(flow, graph, uses, spaces);
    const LanguagesHeard languages(flow, graph, settings.languages);
    HeardTexts heard;
    const std::vector<MarkupFault> markup = find_markup_faults(flow, texts, others.sources(), values);
    std::vector<Menu> menus;
    std::vector<ClearInput> clear_inputs;
    const Lint lint{
        .flow = flow,
        .settings = settings,
        .others = others,
        .diagnostics = diagnostics,
        .graph = graph,
        .texts = texts,
        .effects = effects,
        .by_effect = by_effect,
        .reached = reached,
        .ways = ways,
        .open_ways = ways.open(),
        .ways_into = ways_into,
        .whole = whole,
        .answers = answers,
        .failed_lambdas = failed_lambdas,
        .written = written,
        .uses = uses,
        .use_places = use_places,
        .spaces = spaces,
        .values = values,
        .arns = arns,
        .channels = channels,
        .languages = languages,
        .heard = heard,
        .markup = markup,
        .menus = menus,
        .clear_inputs = clear_inputs,
    };
    if (lint.any(Effect::waits_for_input)) menus = find_menus(lint);
    if (lint.any(Effect::stores_input)) clear_inputs = find_clear_inputs(lint);
#define FLOWC_LINT_RULE(name, speaks_of) \
    if ((speaks_of) && settings.rules.on(rules::name)) check_##name(lint);
#include "lint/lint.def"
#undef FLOWC_LINT_RULE
}

}  // namespace flowc::lint
