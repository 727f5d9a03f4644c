#pragma once

#include <span>
#include <string_view>

#include "lint/lint.hpp"

namespace flowc::lint {

/// The engine by which an action lets its voice speak.
struct Engine {
    std::string_view name;                 ///< empty: known in the call only
    Node given;                            ///< absent: nobody asks for one, and `name` is what the service takes then
    const ParameterInfo* known = nullptr;  ///< what the catalogue knows of its words
};

/// Of an action that sets the voice.
Engine engine_of(const Flow& flow, const Action& action);

/// Whether an engine is one of those, in capitals or not.
bool has_engine(std::span<const std::string_view> engines, std::string_view name);

}  // namespace flowc::lint
