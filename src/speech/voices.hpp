#pragma once

#include <span>
#include <string_view>

/// The voices that speak to callers. Generated from `schemas/voices.json`.
namespace flowc::speech {

struct Voice {
    std::string_view name;
    std::string_view language;  ///< `en-US`
    std::span<const std::string_view> engines;
};

/// A tag of speech markup that not every engine has, told by one of its attributes.
struct EngineTag {
    std::string_view tag;
    std::string_view attribute;
    std::string_view value;  ///< of the attribute; empty: any
    std::span<const std::string_view> engines;
};

/// A list that somebody publishes, and that grows: `date` says as of when.
struct VoiceList {
    std::string_view date;
    std::span<const std::string_view> engines;
    std::span<const EngineTag> tags;
    std::span<const Voice> voices;  ///< sorted by name
};

const VoiceList& voice_list();
/// Null where the list has no such voice; case-sensitive, as the service is.
const Voice* find_voice(std::string_view name);

}  // namespace flowc::speech
