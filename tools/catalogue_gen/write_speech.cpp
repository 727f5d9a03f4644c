#include "arrays.hpp"
#include "row.hpp"
#include "speech.hpp"

namespace catalogue_gen {
namespace {

constexpr const char* head = R"(#include "speech/voices.hpp"
#include "speech/words.hpp"

// Rows name what they set and leave the rest to the defaults.
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

namespace flowc::speech {
namespace {

)";

std::string roles_of(const Word& word) {
    std::string text;
    for (const std::string& role : word.roles) text += (text.empty() ? "" : " | ") + role;
    return text.empty() ? "0" : text;
}

std::string language_row(Arrays& arrays, const Language& language) {
    Strings words;
    for (const auto& [text, word] : language.words) {
        words.push_back(Row()
                            .text("text", text)
                            .set("roles", roles_of(word))
                            .set("key", word.key == 0 ? "0" : std::string("'") + word.key + "'")
                            .str());
    }
    Strings secrets;
    for (const auto& [name, phrases] : language.secrets) {
        secrets.push_back(Row().text("name", name).set("phrases", arrays.add_texts(phrases)).str());
    }
    return Row()
        .text("code", language.code)
        .set("spaces", language.spaces ? "true" : "false")
        .set("words", arrays.add("Word", words))
        .set("any_key", arrays.add_texts(language.any_key))
        .set("secrets", arrays.add("Secret", secrets))
        .str();
}

std::string list_row(Arrays& arrays, const Speech& speech) {
    Strings voices;
    for (const Voice& voice : speech.voices) {
        voices.push_back(Row()
                             .text("name", voice.name)
                             .text("language", voice.language)
                             .set("engines", arrays.add_texts(voice.engines))
                             .str());
    }
    return Row()
        .text("date", speech.date)
        .set("engines", arrays.add_texts(speech.engines))
        .set("voices", arrays.add("Voice", voices))
        .str();
}

}  // namespace

std::string speech_tables(const Speech& speech) {
    Arrays arrays;
    Strings rows;
    for (const Language& language : speech.languages) rows.push_back(language_row(arrays, language));
    const std::string languages = arrays.add("Language", rows);
    const std::string voices = list_row(arrays, speech);
    return head + arrays.definitions() + "\nconstexpr VoiceList list = " + voices +
           ";\n\n}  // namespace\n\nstd::span<const Language> languages() { return " + languages +
           "; }\nconst VoiceList& voice_list() { return list; }\n\n}  // namespace flowc::speech\n";
}

}  // namespace catalogue_gen
