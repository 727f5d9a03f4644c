#pragma once

#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/service_word.hpp"

namespace flowc::dsl {

/// Writes a list of the service's words: from one word, a list of words, or `off` for none.
void write_words(StepContext& step, Parameters& parameters, std::string_view key, Node node, std::string_view what,
                 std::span<const ServiceWord> words);

/// Whether `contact_lens` is a map that asks for analysis; reports anything but that and `off`.
bool asks_for_analysis(StepContext& step, Node contact_lens);

/// Writes what `contact_lens` says into the open `AnalyticsBehavior` of the older recording action.
void write_analytics(StepContext& step, Parameters& behavior, Node contact_lens);
/// The same for one channel of the newer action: `voice` or `chat`.
void write_channel_analytics(StepContext& step, Parameters& behavior, Node contact_lens, std::string_view channel);

}  // namespace flowc::dsl
