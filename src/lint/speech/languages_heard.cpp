#include "lint/speech/languages_heard.hpp"

#include "rules/value.hpp"
#include "speech/voices.hpp"

namespace flowc::lint {

namespace {

/// `en` of `en-US`.
std::string_view base(std::string_view code) { return code.substr(0, code.find('-')); }

/// The language that an action sets; nothing: it sets none. Empty: one that is known in the call only.
std::optional<std::string_view> sets(const Lint& lint, const Action& action) {
    const ActionInfo* row = lint.row(action);
    if (!row || !(row->has(Effect::sets_voice) || row->has(Effect::sets_language))) return std::nullopt;
    std::optional<std::string_view> language;
    for (const ParameterInfo& parameter : row->parameters) {
        const bool voice = parameter.speech == SpeechSetting::voice;
        if (!voice && parameter.speech != SpeechSetting::language) continue;
        const Node node = lint.parameters(action).find(parameter.name);
        if (!node) continue;
        const auto text = rules::literal(node);
        const speech::Voice* found = text && voice ? speech::find_voice(*text) : nullptr;
        language = !text   ? std::string_view()
                   : voice ? (found ? base(found->language) : std::string_view())
                           : base(*text);
    }
    return language;
}

/// What every way to an action has set, or has tried to: the words behind are meant for it. A flow begins with no language
/// set, which is not certain either.
std::vector<std::string_view> languages_on_ways(const Lint& lint) {
    const Flow& flow = lint.flow;
    std::vector<std::string_view> language(flow.actions.size());
    if (flow.start == no_action) return language;
    // A language is certain once, and then for good or no more: each action is looked at three times at the most.
    std::vector<bool> seen(flow.actions.size(), false);
    std::vector<ActionId> open{flow.start};
    seen[flow.start] = true;
    while (!open.empty()) {
        const ActionId id = open.back();
        open.pop_back();
        const auto own = sets(lint, flow.actions[id]);
        for (const Transition& edge : flow.transitions_of(flow.actions[id])) {
            if (edge.target == no_action) continue;
            const std::string_view after = own ? *own : language[id];
            std::string_view& there = language[edge.target];
            if (seen[edge.target] && (there.empty() || there == after)) continue;
            there = seen[edge.target] ? std::string_view() : after;
            seen[edge.target] = true;
            open.push_back(edge.target);
        }
    }
    return language;
}

}  // namespace

std::vector<const speech::Language*> languages_of_project(const Lint& lint) {
    const std::vector<std::string>& wanted = lint.settings.languages;
    std::vector<const speech::Language*> found;
    for (const speech::Language& language : speech::languages()) {
        const auto is_it = [&](const std::string& code) { return base(code) == language.code; };
        if (wanted.empty() || std::any_of(wanted.begin(), wanted.end(), is_it)) found.push_back(&language);
    }
    return found;
}

LanguagesHeard::LanguagesHeard(const Lint& lint) : all_(languages_of_project(lint)) {
    for (const speech::Language& language : speech::languages()) one_.push_back({&language});
    if (lint.settings.languages.empty()) set_ = languages_on_ways(lint);
    else set_.resize(lint.flow.actions.size());
}

const std::vector<const speech::Language*>& LanguagesHeard::at(ActionId action) const {
    const std::string_view code = set_[action];
    if (code.empty()) return all_;
    for (const auto& one : one_)
        if (one.front()->code == code) return one;
    return none_;
}

}  // namespace flowc::lint
