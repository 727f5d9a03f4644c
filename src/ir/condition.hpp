#pragma once

#include <cstdint>

#include "flowc/flow.hpp"

namespace flowc {

/// An answer where a value may be known only at run time (a reference) or after some later step (a placeholder).
enum class Truth : unsigned char { no, yes, unknown };

/// The word that a parameter is taken to have, whatever stands there; without a word nobody knows which.
struct Supposed {
    std::string_view path{};  ///< empty: nothing is supposed
    std::string_view word{};
};

/// Whether all terms of a catalogue condition hold. Paths start at `scope`, the mapping that holds the statement
/// (absent: nothing is in it); `condition:X` and `error:X` ask for a branch of `action`. No terms: yes.
Truth holds(const Flow& flow, const Action& action, Node scope, Condition condition, Supposed supposed = {});

/// Whether an action has an effect when it succeeds: its type has it, and its parameters ask for it.
Truth has_effect(const Flow& flow, const Action& action, Effect effect);

/// The effects of an action when it succeeds, as bits: those of its type but for what its parameters do not ask for. Of a type
/// that is not known all.
std::uint64_t effects_of(const Flow& flow, const Action& action);

/// The value at a dotted path below `scope`; absent where there is none.
Node value_at(Node scope, std::string_view path);

}  // namespace flowc
