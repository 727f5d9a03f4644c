#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "speech/tokens.hpp"
#include "speech/words.hpp"

namespace flowc::speech {

/// Whether a text may promise a transfer in any language, told without taking it to words. No is certain.
bool may_promise_transfer(std::string_view text);

/// Where a text first promises a transfer in one of the languages; nothing: it does not, or takes it back, as
/// with `we cannot connect you` and `we connect you, if you wait`.
std::optional<Place> promised_transfer(Listener& listener, std::span<const Language* const> heard);

}  // namespace flowc::speech
