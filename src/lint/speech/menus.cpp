#include "lint/speech/menus.hpp"

#include <algorithm>
#include <optional>

#include "ir/condition.hpp"
#include "lint/no_condition_holds.hpp"
#include "lint/speech/prompt.hpp"
#include "rules/value.hpp"
#include "speech/menu_words.hpp"

namespace flowc::lint {

namespace {

/// The first branch for each key; nothing where one of them is known in the call only.
std::optional<std::vector<WiredKey>> wired_keys(const Flow& flow, const Action& action) {
    std::vector<WiredKey> keys;
    speech::KeySet seen;
    for (const Transition& branch : flow.transitions_of(action, Transition::Kind::condition)) {
        const Node operands = flow.node(branch.operands);
        if (operands.size() != 1) return std::nullopt;
        const Node operand = *operands.items().begin();
        const auto key = rules::literal(operand);
        if (!key || key->size() != 1) return std::nullopt;
        if (seen.has(key->front()) || speech::telephone_keys.find(key->front()) == std::string_view::npos) continue;
        seen.add(key->front());
        keys.push_back({key->front(), operand.span(), branch.target});
    }
    return keys;
}

/// Whether the conditions of an action are keys of the telephone.
bool asks_for_a_key(const Flow& flow, const Action& action) {
    const ActionInfo& row = info(action.type);
    if (row.conditions.sets.empty()) return false;
    const auto& operands = row.conditions.sets.front().operands;
    return std::find(operands.begin(), operands.end(), "1") != operands.end() &&
           holds(flow, action, flow.node(action.parameters), row.conditions.when) == Truth::yes;
}

}  // namespace

const WiredKey* Menu::find(char key) const {
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const WiredKey& one) { return one.key == key; });
    return found == keys.end() ? nullptr : &*found;
}

std::vector<Menu> find_menus(const Lint& lint) {
    std::vector<Menu> menus;
    const Flow& flow = lint.flow;
    for (const ActionId id : lint.reached_with(Effect::waits_for_input)) {
        const Action& action = flow.actions[id];
        if (!asks_for_a_key(flow, action)) continue;
        const Prompt prompt = prompt_of(flow, action);
        if (prompt.recorded || !prompt.words.is_string()) continue;
        auto keys = wired_keys(flow, action);
        if (!keys) continue;
        Menu menu{id, prompt.words, std::move(*keys)};
        for (const Transition& branch : flow.transitions_of(action, Transition::Kind::error))
            if (branch.label == no_condition_holds) menu.any_other = branch.target;
        menus.push_back(std::move(menu));
    }
    return menus;
}

}  // namespace flowc::lint
