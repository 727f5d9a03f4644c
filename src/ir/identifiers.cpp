#include "ir/identifiers.hpp"

#include <algorithm>
#include <bit>

#include "source/same_text.hpp"
#include "source/text_hash.hpp"

namespace flowc {

Identifiers::Identifiers(std::span<const Action> actions) : actions_(actions) {
    const auto named = static_cast<std::size_t>(
        std::count_if(actions.begin(), actions.end(), [](const Action& action) { return !action.identifier.empty(); }));
    slots_.resize(std::bit_ceil(named * 2 + 1));
    for (ActionId id = 0; id < actions.size(); ++id) {
        const std::string_view identifier = actions[id].identifier;
        if (identifier.empty()) continue;
        const std::uint32_t hash = text_hash(identifier);
        Slot& slot = slots_[slot_of(identifier, hash)];
        if (slot.action == no_action) slot = {hash, id};
        else taken_.push_back({id, slot.action});
    }
}

ActionId Identifiers::find(std::string_view identifier) const {
    return identifier.empty() ? no_action : slots_[slot_of(identifier, text_hash(identifier))].action;
}

std::size_t Identifiers::slot_of(std::string_view identifier, std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    for (; slots_[at].action != no_action; at = (at + 1) & mask) {
        if (slots_[at].hash == hash && same_text(actions_[slots_[at].action].identifier, identifier)) break;
    }
    return at;
}

}  // namespace flowc
