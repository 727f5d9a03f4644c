#pragma once

#include "fields.hpp"

/// The words of an entry and the enumerators of `flowc/catalogue.hpp` that they become.
namespace catalogue_gen {

const Words& evidence_words();
const Words& requirement_words();
const Words& kind_words();
const Words& mode_words();
const Words& json_type_words();
const Words& resource_words();
const Words& speech_words();
const Words& rule_words();
const Words& category_words();
const Words& next_action_words();
const Words& flow_type_words();
const Words& channel_words();
const Words& channel_use_words();
const Words& effect_words();
const Words& lasts_words();
const Words& message_names_words();

}  // namespace catalogue_gen
