#include "lint/speech/languages_heard.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "lint/set_on_ways.hpp"
#include "rules/value.hpp"
#include "source/ascii.hpp"
#include "speech/voices.hpp"

namespace flowc::lint {

namespace {

/// `en` of `en-US`.
std::string_view base(std::string_view code) { return code.substr(0, code.find('-')); }

bool sets_language(const Action& action) {
    if (action.type == ActionType::unknown) return false;
    const ActionInfo& row = info(action.type);
    return row.has(Effect::sets_voice) || row.has(Effect::sets_language);
}

/// The language that an action sets; nothing: it sets none. Empty: one that is known in the call only.
std::optional<std::string_view> sets(const Flow& flow, const Action& action) {
    if (!sets_language(action)) return std::nullopt;
    std::optional<std::string_view> language;
    for (const ParameterInfo& parameter : info(action.type).parameters) {
        const bool voice = parameter.speech == SpeechSetting::voice;
        if (!voice && parameter.speech != SpeechSetting::language) continue;
        const Node node = flow.node(action.parameters).find(parameter.name);
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
std::vector<std::string_view> languages_on_ways(const Flow& flow, const Analysis& graph) {
    if (flow.start == no_action || std::none_of(flow.actions.begin(), flow.actions.end(), sets_language)) return {};
    return set_on_ways<std::string_view>(flow, graph, [&](const Action& action) { return sets(flow, action); });
}

/// All that flowc has words of.
std::span<const speech::Language* const> each_language() {
    static const std::vector<const speech::Language*> each = [] {
        std::vector<const speech::Language*> all;
        for (const speech::Language& language : speech::languages()) all.push_back(&language);
        return all;
    }();
    return each;
}

}  // namespace

LanguagesHeard::LanguagesHeard(const Flow& flow, const Analysis& graph, std::span<const std::string> wanted)
    : flow_(flow), graph_(graph), of_project_(each_language()) {
    if (wanted.empty()) return;
    set_.emplace();
    const auto is_wanted = [&](const speech::Language* language) {
        return std::any_of(wanted.begin(), wanted.end(),
                           [&](std::string_view code) { return same_word(base(code), language->code); });
    };
    std::copy_if(of_project_.begin(), of_project_.end(), std::back_inserter(wanted_), is_wanted);
    of_project_ = wanted_;
}

const std::vector<std::string_view>& LanguagesHeard::set() const {
    return set_ ? *set_ : set_.emplace(languages_on_ways(flow_, graph_));
}

std::span<const speech::Language* const> LanguagesHeard::at(ActionId action) const {
    const std::string_view code = set().empty() ? std::string_view() : set()[action];
    if (code.empty()) return of_project_;
    const auto is_it = [&](const speech::Language* language) { return language->code == code; };
    const std::span<const speech::Language* const> each = each_language();
    const auto one = std::find_if(each.begin(), each.end(), is_it);
    return {one, one == each.end() ? one : one + 1};
}

}  // namespace flowc::lint
