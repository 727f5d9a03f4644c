#include "lint/speech/engine.hpp"

#include <algorithm>

#include "rules/value.hpp"
#include "source/ascii.hpp"

namespace flowc::lint {

Engine engine_of(const Flow& flow, const Action& action) {
    for (const ParameterInfo& parameter : info(action.type).parameters) {
        if (parameter.speech != SpeechSetting::engine) continue;
        const Node given = flow.node(action.parameters).find(parameter.name);
        return {given ? rules::literal(given).value_or(std::string_view()) : parameter.default_value, given,
                &parameter};
    }
    return {};
}

bool has_engine(std::span<const std::string_view> engines, std::string_view name) {
    return std::any_of(engines.begin(), engines.end(), [&](std::string_view one) { return same_word(one, name); });
}

}  // namespace flowc::lint
