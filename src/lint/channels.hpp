#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "ir/analysis.hpp"
#include "lint/uses.hpp"

namespace flowc::lint {

inline constexpr std::array<std::string_view, 4> channel_words{"VOICE", "CHAT", "TASK", "EMAIL"};  // by `Channel`

using Channels = std::uint8_t;  ///< bits of `Channel`
inline constexpr Channels all_channels = 15;
inline constexpr Channels voice_alone = 1u << static_cast<unsigned>(Channel::voice);

/// Contacts of which channels get where: a branch on `$.Channel` divides them.
class ChannelFlow {
  public:
    /// `spaces`: of the uses.
    ChannelFlow(const Flow& flow, const Analysis& graph, const std::vector<Use>& uses, unsigned spaces);

    /// Whether anything in the flow branches on the channel.
    bool divides() const { return divides_; }
    /// Those that get to an action; none where nothing leads to it.
    Channels at(ActionId action) const { return divides() ? at_[action] : all_channels; }
    /// Those that go along a branch of an action.
    Channels along(ActionId action, const Transition& branch) const;

  private:
    Channels asked_by(const Transition& branch) const;

    const Flow& flow_;
    ActionSet branches_;  ///< the actions that divide
    bool divides_ = false;
    std::vector<Channels> named_;  ///< those for which an action that divides has a branch
    std::vector<Channels> at_;
};

}  // namespace flowc::lint
