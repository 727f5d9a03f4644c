#include "lint/lint.hpp"
#include "lint/speech/prompt.hpp"
#include "speech/tokens.hpp"

namespace flowc::rules {

const RuleInfo menu_without_words{
    "menu-without-words",
    Category::speech,
    Severity::warning,
    "an input waits for keys, and nothing is said before it",
    "callers hear silence, do not know that they are asked, and run into the time limit",
    "AWS's reference: an input plays its prompt and waits; a prompt of spaces or of pauses alone says nothing",
    "a flow before this one has asked, or music plays"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// The search looks at no more branches than these: what was said long before is no question.
constexpr std::size_t farthest = 64;

bool says_nothing(const Prompt& prompt) {
    return !prompt.recorded && prompt.words.is_string() && !speech::says_something(prompt.words.text());
}

/// Whether something is said on some way to the action, or may be.
bool asked_before(const Lint& lint, ActionId menu) {
    std::vector<ActionId> open{menu};
    std::size_t looked_at = 0;
    for (std::size_t next = 0; next < open.size(); ++next) {
        for (const auto& [id, branch] : lint.ways_into[open[next]]) {
            if (++looked_at > farthest) return true;
            if (std::find(open.begin(), open.end(), id) != open.end()) continue;
            const ActionInfo* row = lint.row(lint.flow.actions[id]);
            if (!row || row->has(Effect::calls_module)) return true;
            if (row->has(Effect::speaks) && !says_nothing(prompt_of(lint.flow, lint.flow.actions[id]))) return true;
            open.push_back(id);
        }
    }
    return false;
}

}  // namespace

void check_menu_without_words(const Lint& lint) {
    for (const ActionId id : lint.reached_with(Effect::waits_for_input)) {
        const Action& action = lint.flow.actions[id];
        const Prompt prompt = prompt_of(lint.flow, action);
        // An empty text is no prompt of silence: it is refused as such.
        if (!says_nothing(prompt) || prompt.words.text().empty()) continue;
        if (asked_before(lint, id)) continue;
        lint.report(action, rules::menu_without_words, prompt.words.span(),
                    "this input says nothing, and nothing is said before it; tell callers what to enter");
    }
}

}  // namespace flowc::lint
