#include "speech/voices.hpp"

#include <algorithm>

namespace flowc::speech {

const Voice* find_voice(std::string_view name) {
    const std::span<const Voice> voices = voice_list().voices;
    const auto found = std::lower_bound(voices.begin(), voices.end(), name,
                                        [](const Voice& voice, std::string_view text) { return voice.name < text; });
    return found != voices.end() && found->name == name ? &*found : nullptr;
}

}  // namespace flowc::speech
