#include "lint/actions_by_effect.hpp"

namespace flowc::lint {

ActionsByEffect::ActionsByEffect(const Flow& flow) : size_(flow.actions.size()), unknown_(size_) {
    const std::size_t words = unknown_.word_count();
    words_.resize(effect_count * words);
    for (ActionId id = 0; id < size_; ++id) {
        const Action& action = flow.actions[id];
        if (action.type == ActionType::unknown) {
            unknown_.add(id);
            continue;
        }
        const std::uint64_t own = info(action.type).effects;
        effects_ |= own;
        for (std::uint64_t left = own; left != 0; left &= left - 1)
            words_[static_cast<std::size_t>(std::countr_zero(left)) * words + id / ActionSet::bits] |=
                std::uint64_t{1} << (id % ActionSet::bits);
    }
}

}  // namespace flowc::lint
