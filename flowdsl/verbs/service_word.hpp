#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

/// A word of the language and the service's word for it.
struct ServiceWord {
    std::string_view word;
    std::string_view service;
};

/// The service's word for the author's; reports a word that is not among `words`.
inline std::optional<std::string_view> service_word(StepContext& step, Node node, std::string_view what,
                                                    std::span<const ServiceWord> words) {
    std::vector<std::string_view> known;
    for (const ServiceWord& one : words) known.push_back(one.word);
    const auto word = step.read_word(node, what, known);
    for (const ServiceWord& one : words)
        if (word && one.word == *word) return one.service;
    return std::nullopt;
}

}  // namespace flowc::dsl
